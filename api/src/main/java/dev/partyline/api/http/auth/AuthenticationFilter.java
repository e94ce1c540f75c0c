package dev.partyline.api.http.auth;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks everybody who they are, before anything else is looked at, even whether the path exists. What comes after finds the
 * {@link Caller} in the security context.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class AuthenticationFilter implements ContainerRequestFilter {
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/=-]+) *");

    private final TokenVerifier verifier;

    public AuthenticationFilter(AuthConfig config) {
        this.verifier = new TokenVerifier(config);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (FreePaths.isFree(request.getUriInfo().getPath(false))) {
            return;
        }
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            request.abortWith(Challenges.missing());
            return;
        }
        try {
            request.setSecurityContext(new CallerContext(verifier.verify(token(header))));
        } catch (InvalidTokenException e) {
            request.abortWith(Challenges.invalid(String.valueOf(e.getMessage())));
        }
    }

    private static String token(String header) throws InvalidTokenException {
        Matcher bearer = BEARER.matcher(header);
        if (!bearer.matches()) {
            throw new InvalidTokenException("the Authorization header must be: Bearer, a space, and one token");
        }
        return bearer.group(1);
    }
}
