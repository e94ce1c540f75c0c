package dev.partyline.api.http;

import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.topology.query.Queries;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets a GET that carries tokens of changes go on when they are effective. What it reads then holds them: from whichever
 * instance, because stores at work alone answer it.
 */
@Priority(Priorities.USER)
final class AtLeastFilter implements ContainerRequestFilter {
    /** The longest that a GET waits. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST = 20;

    private final Queries queries;
    private final Duration patience;

    AtLeastFilter(Queries queries, Duration patience) {
        this.queries = queries;
        this.patience = patience;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> headers = request.getHeaders().get(ConsistencyHeaders.AT_LEAST);
        if (headers == null || !request.getMethod().equals(HttpMethod.GET)) {
            return;
        }
        String workspaceId = request.getUriInfo().getPathParameters().getFirst("ws");
        List<ConsistencyToken> tokens = tokens(headers, Optional.ofNullable(workspaceId));
        try {
            await(tokens);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.notReady("the server is stopping"));
        }
    }

    private static List<ConsistencyToken> tokens(List<String> headers, Optional<String> workspaceId) {
        List<String> texts = headers.stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(String::strip)
                .toList();
        if (texts.size() > MOST) {
            throw refused("has " + texts.size() + " tokens: send " + MOST + " at most");
        }
        return texts.stream()
                .map(text -> ConsistencyToken.parse(text)
                        .filter(token ->
                                workspaceId.map(token.workspaceId()::equals).orElse(false))
                        .orElseThrow(() -> refused("must be what " + ConsistencyHeaders.TOKEN
                                + " said of a change in this workspace, or several such with commas between")))
                .toList();
    }

    private void await(List<ConsistencyToken> tokens) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (ConsistencyToken token : tokens) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            if (queries.awaitEffective(token.workspaceId(), token.changeId(), left)
                    .isEmpty()) {
                throw new ProblemException(Problem.notReady(
                        "the change " + token.changeId() + " is not effective yet; ask again in a moment"));
            }
        }
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(
                new Problem(400, "Invalid header", "the header " + ConsistencyHeaders.AT_LEAST + " " + detail, Map.of())
                        .with("field", ConsistencyHeaders.AT_LEAST));
    }
}
