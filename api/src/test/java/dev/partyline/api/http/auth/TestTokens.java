package dev.partyline.api.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/** Tokens that a test signs itself, right ones and wrong ones. */
final class TestTokens {
    static final String ISSUER = "https://issuer.test/";
    static final String AUDIENCE = "partyline";

    private TestTokens() {}

    /** The claims of a token that is as it should be: Ana's in acme, for an hour. */
    static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("ana")
                .claim("workspace", "acme")
                .claim("scope", "inbox")
                .expirationTime(from(Duration.ofHours(1)));
    }

    /** So far from now, in whole seconds, as tokens have it. */
    static Date from(Duration now) {
        return Date.from(Instant.now().plus(now).truncatedTo(ChronoUnit.SECONDS));
    }

    static String sign(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }
}
