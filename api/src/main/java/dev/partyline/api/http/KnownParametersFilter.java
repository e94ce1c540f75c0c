package dev.partyline.api.http;

import dev.partyline.api.http.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Set;
import java.util.TreeSet;

/** Refuses query parameters that the resource does not have: a filter that is silently ignored answers too much. */
public final class KnownParametersFilter implements ContainerRequestFilter {
    private final ResourceInfo resource;

    /** Made by Jersey; {@code resource} is a proxy for the one at hand. */
    public KnownParametersFilter(@Context ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        Set<String> unknown =
                new TreeSet<>(request.getUriInfo().getQueryParameters().keySet());
        if (method == null || unknown.isEmpty()) {
            return;
        }
        Set<String> known = known(method);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            String has = known.isEmpty() ? "none" : String.join(", ", known);
            throw ProblemException.invalid(
                    String.join(", ", unknown), "no such query parameter; this resource has: " + has);
        }
    }

    private static Set<String> known(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
        }
        return names;
    }
}
