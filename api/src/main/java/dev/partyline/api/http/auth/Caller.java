package dev.partyline.api.http.auth;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.time.Instant;
import java.util.Set;

/**
 * Who asks: what a verified token says.
 *
 * @param workspaceId the one workspace that the token is for
 * @param subject the user or system that the token was given to
 * @param scopes what it may do; may be empty
 * @param expiresAt when the token ends; answers that go on for long should end with it
 */
public record Caller(String workspaceId, String subject, Set<Scope> scopes, Instant expiresAt) implements Principal {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /**
     * The caller of the request at hand.
     *
     * @throws IllegalStateException when the resource is one that needs no token, and so has no caller
     */
    public static Caller of(SecurityContext request) {
        if (request.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("this request has no caller: its path needs no token");
    }

    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }

    @Override
    public String getName() {
        return subject;
    }
}
