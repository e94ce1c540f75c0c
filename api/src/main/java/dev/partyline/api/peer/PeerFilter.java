package dev.partyline.api.peer;

import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.peer.PeerSecret.Question;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Lets nobody ask below {@code /internal} but those who know the secret; whoever else gets 401, whatever they ask for. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
final class PeerFilter implements ContainerRequestFilter {
    private final PeerSecret secret;
    private final InstantSource clock;

    PeerFilter(PeerSecret secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        if (!PeerPaths.areInternal(request.getUriInfo().getPath())) {
            return;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        Optional<Instant> at =
                Optional.ofNullable(request.getHeaderString(PeerPaths.TIME)).flatMap(PeerFilter::time);
        Optional<String> signature = Optional.ofNullable(request.getHeaderString(PeerPaths.SIGNATURE));
        boolean known = at.isPresent()
                && signature.isPresent()
                && secret.signed(
                        new Question(request.getMethod(), path, body, at.get()), signature.get(), clock.instant());
        if (!known) {
            request.abortWith(Problem.of(401, "only instances of this installation may ask here")
                    .toResponse());
        }
    }

    private static Optional<Instant> time(String millis) {
        try {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(millis)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
