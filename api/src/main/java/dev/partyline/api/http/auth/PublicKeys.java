package dev.partyline.api.http.auth;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Public keys as a configuration has them: PEM, as openssl writes it, or JWK, as issuers publish it; RSA or EC. */
final class PublicKeys {
    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");
    private static final Set<KeyType> TYPES = Set.of(KeyType.RSA, KeyType.EC);
    private static final int LEAST_RSA_BITS = 2048;

    private PublicKeys() {}

    /** @throws IllegalArgumentException when {@code text} is no such key, a private one, or too short */
    static JWK parse(String text) {
        Matcher pem = PEM.matcher(text);
        JWK key = pem.matches() ? ofPem(pem.group(1)) : ofJwk(text);
        if (key.isPrivate()) {
            throw refused("holds a private key: the issuer alone may have that");
        }
        if (!TYPES.contains(key.getKeyType())) {
            throw refused("is of the type " + key.getKeyType() + ": it must be RSA or EC");
        }
        if (key.getKeyType().equals(KeyType.RSA) && key.size() < LEAST_RSA_BITS) {
            throw refused("has " + key.size() + " bits: it must have " + LEAST_RSA_BITS + " at least");
        }
        return key;
    }

    private static JWK ofJwk(String text) {
        try {
            return JWK.parse(text);
        } catch (ParseException e) {
            throw refused("is neither PEM (-----BEGIN PUBLIC KEY-----) nor a JWK");
        }
    }

    private static JWK ofPem(String base64) {
        X509EncodedKeySpec encoded;
        try {
            encoded = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw refused("is cut off or damaged");
        }
        try {
            return new RSAKey.Builder(
                            (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(encoded))
                    .build();
        } catch (GeneralSecurityException e) {
            return ofEcPem(encoded);
        }
    }

    private static JWK ofEcPem(X509EncodedKeySpec encoded) {
        try {
            ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(encoded);
            Curve curve = Curve.forECParameterSpec(key.getParams());
            if (curve == null) {
                throw refused("is on a curve that tokens do not use");
            }
            return new ECKey.Builder(curve, key).build();
        } catch (GeneralSecurityException e) {
            throw refused("is neither an RSA nor an EC key");
        }
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("auth.public-key " + why);
    }
}
