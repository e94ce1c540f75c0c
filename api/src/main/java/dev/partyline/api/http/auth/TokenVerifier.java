package dev.partyline.api.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.schemas.Ids;
import java.text.ParseException;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a token that was signed by the issuer, for this API, for this time, from any other. An unsigned one has no key and
 * is none; so has one whose algorithm is not the key's.
 */
final class TokenVerifier {
    private static final Logger LOG = LoggerFactory.getLogger(TokenVerifier.class);

    private static final String WORKSPACE = "workspace";
    private static final String SCOPE = "scope";

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    TokenVerifier(AuthConfig config) {
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(config.keys().selector());
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                config.audience(),
                new JWTClaimsSet.Builder().issuer(config.issuer()).build(),
                Set.of("exp", "sub", WORKSPACE));
        claims.setMaxClockSkew((int) config.clockSkew().toSeconds());
        processor.setJWTClaimsSetVerifier(claims);
    }

    /**
     * Who presents this token.
     *
     * @throws InvalidTokenException when it is not taken
     * @throws ProblemException 503, when the issuer's keys cannot be had at the moment
     */
    Caller verify(String token) throws InvalidTokenException {
        try {
            return caller(processor.process(token, null));
        } catch (ExpiredJWTException e) {
            throw new InvalidTokenException("the token has expired: get a new one");
        } catch (BadJWTException e) {
            throw new InvalidTokenException("the token is not for this API: " + e.getMessage());
        } catch (RateLimitReachedException e) {
            throw keysAreMissing(); // the issuer was asked a moment ago
        } catch (KeySourceException e) {
            LOG.warn("the keys of tokens cannot be had: {}", e.getMessage());
            throw keysAreMissing();
        } catch (ParseException | BadJOSEException | JOSEException | RuntimeException e) {
            // also RuntimeException: the library falls over a header that is JSON's null, and may over others
            throw new InvalidTokenException("this is no token with a signature of the issuer");
        }
    }

    private static ProblemException keysAreMissing() {
        return new ProblemException(
                Problem.notReady("the key of this token cannot be had from its issuer at the moment"));
    }

    private static Caller caller(JWTClaimsSet claims) throws InvalidTokenException, ParseException {
        Date expiresAt = claims.getExpirationTime();
        if (expiresAt == null) {
            throw new InvalidTokenException("the claim exp must be a time");
        }
        String scope = claims.getStringClaim(SCOPE);
        return new Caller(
                id(WORKSPACE, claims.getStringClaim(WORKSPACE)),
                id("sub", claims.getSubject()),
                Scope.parse(scope == null ? "" : scope),
                expiresAt.toInstant());
    }

    private static String id(String claim, @Nullable String value) throws InvalidTokenException {
        if (value == null || !Ids.isId(value)) {
            throw new InvalidTokenException("the claim " + claim + " must be " + Ids.ID_FORM);
        }
        return value;
    }
}
