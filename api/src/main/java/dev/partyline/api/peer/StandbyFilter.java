package dev.partyline.api.peer;

import dev.partyline.api.http.ConsistencyHeaders;
import dev.partyline.topology.query.ReadScope;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/**
 * Lets standbys answer a GET where the store at work does not, unless the caller names changes that the answer must hold;
 * the answer then says how far it may be behind.
 */
final class StandbyFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String LAG = "Partyline-Lag";

    private final ReadScope scope;

    StandbyFilter(ReadScope scope) {
        this.scope = scope;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        scope.end(); // of a request on this thread whose answer was never sent
        boolean exact = request.getHeaders().containsKey(ConsistencyHeaders.AT_LEAST)
                || PeerPaths.areInternal(request.getUriInfo().getPath());
        if (request.getMethod().equals(HttpMethod.GET) && !exact) {
            scope.beginWithStandbys();
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        scope.end().ifPresent(lag -> response.getHeaders().putSingle(LAG, lag));
    }
}
