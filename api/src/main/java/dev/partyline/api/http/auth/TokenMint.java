package dev.partyline.api.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;

/** Makes tokens with a secret that the server knows too: for development, and for tests. Elsewhere an issuer does that. */
public final class TokenMint {
    /** The shortest secret, in bytes: as long as the signature. */
    static final int LEAST_BYTES = 32;

    private static final String ISSUER = "partyline-dev";
    private static final String AUDIENCE = "partyline";

    private final String secret;

    /** @param secret text of at least 32 bytes */
    public TokenMint(String secret) {
        this.secret = secret;
    }

    /** What a server that takes the tokens of this mint is configured with. */
    public AuthConfig config() {
        return new AuthConfig(ISSUER, AUDIENCE, TokenKeys.shared(secret), AuthConfig.USUAL_SKEW);
    }

    /** A token that lasts for {@code lifetime} from now. */
    public String mint(String workspaceId, String subject, Set<Scope> scopes, Duration lifetime) {
        return mint(new Caller(workspaceId, subject, scopes, Instant.now().plus(lifetime)));
    }

    /** The token of a caller. */
    public String mint(Caller caller) {
        return sign(new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(caller.subject())
                .claim("workspace", caller.workspaceId())
                .claim("scope", Scope.join(caller.scopes()))
                .issueTime(new Date())
                .expirationTime(Date.from(caller.expiresAt()))
                .build());
    }

    private String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException("this secret cannot sign", e);
        }
        return token.serialize();
    }
}
