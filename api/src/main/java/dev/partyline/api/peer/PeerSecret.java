package dev.partyline.api.peer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the instances share to know each other by. A question is signed with its time, so that one that was overheard is
 * of no use a little later.
 */
public final class PeerSecret {
    /** Fewest characters of a secret that people choose. */
    public static final int SHORTEST = 16;

    /** How far the clocks of two instances may be apart. */
    static final Duration TOLERANCE = Duration.ofSeconds(30);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int RANDOM_BYTES = 32;

    private final SecretKeySpec key;

    private PeerSecret(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** @throws IllegalArgumentException when it is shorter than {@link #SHORTEST} */
    public static PeerSecret of(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("the secret must have at least " + SHORTEST + " characters");
        }
        return new PeerSecret(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** A secret for instances that are started together. */
    public static PeerSecret random() {
        byte[] secret = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(secret);
        return new PeerSecret(secret);
    }

    /** What is signed: one question, asked at one time. */
    record Question(String method, String path, byte[] body, Instant at) {
        private String text() {
            return String.join(
                    "\n", method, path, HexFormat.of().formatHex(sha256(body)), String.valueOf(at.toEpochMilli()));
        }
    }

    String sign(Question question) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signature = mac.doFinal(question.text().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no " + ALGORITHM, e);
        }
    }

    /** Whether somebody who knows the secret asked this, about {@code now}. Takes as long for every wrong signature. */
    boolean signed(Question question, String signature, Instant now) {
        byte[] right = sign(question).getBytes(StandardCharsets.US_ASCII);
        boolean same = MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.US_ASCII));
        return same && Duration.between(question.at(), now).abs().compareTo(TOLERANCE) <= 0;
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no SHA-256", e);
        }
    }
}
