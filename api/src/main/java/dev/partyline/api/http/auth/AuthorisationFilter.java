package dev.partyline.api.http.auth;

import dev.partyline.api.http.auth.AccessRules.Verdict;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets a request through to its resource when {@link AccessRules} say so; before any part of it is read. */
@Priority(Priorities.AUTHORIZATION)
public final class AuthorisationFilter implements ContainerRequestFilter {
    private final ResourceInfo resource;

    /** Made by Jersey; {@code resource} is a proxy for the one at hand. */
    public AuthorisationFilter(@Context ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<Allowed> allowed = allowed(resource.getResourceMethod());
        if (allowed.isPresent()) {
            admit(request, Set.of(allowed.get().value()));
        } else if (!FreePaths.isFree(request.getUriInfo().getPath(false))) {
            request.abortWith(Challenges.outOfScope(Set.of()));
        }
    }

    private static void admit(ContainerRequestContext request, Set<Scope> needed) {
        if (!(request.getSecurityContext().getUserPrincipal() instanceof Caller caller)) {
            request.abortWith(Challenges.missing());
            return;
        }
        Verdict verdict = AccessRules.judge(caller, needed, parameter(request, "ws"), parameter(request, "user"));
        switch (verdict) {
            case ALLOWED -> {}
            case FOREIGN -> request.abortWith(Challenges.foreign());
            case OUT_OF_SCOPE -> request.abortWith(Challenges.outOfScope(needed));
        }
    }

    private static Optional<Allowed> allowed(@Nullable Method method) {
        return Optional.ofNullable(method).map(each -> each.getAnnotation(Allowed.class));
    }

    private static Optional<String> parameter(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst(name));
    }
}
