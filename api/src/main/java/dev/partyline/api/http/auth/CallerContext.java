package dev.partyline.api.http.auth;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Locale;

/** How JAX-RS is told who asks. */
record CallerContext(Caller caller) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.scopes().stream().anyMatch(scope -> scope.text().equals(role.toLowerCase(Locale.ROOT)));
    }

    /** Not known here, and nobody asks: whether a line is safe is the server's configuration. */
    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
