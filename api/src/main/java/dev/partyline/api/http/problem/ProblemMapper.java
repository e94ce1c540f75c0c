package dev.partyline.api.http.problem;

import dev.partyline.topology.query.NotReadyException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns everything that a resource, or Jersey itself, throws into a problem document. A bug shows its id, no more. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof ProblemException refused) {
            return refused.problem().toResponse();
        }
        if (failure instanceof NotReadyException) {
            return Problem.notReady(String.valueOf(failure.getMessage())).toResponse();
        }
        if (failure instanceof WebApplicationException http) {
            return ofJersey(http.getResponse());
        }
        if (endedEarly(failure)) {
            return Problem.of(400, "the request ended before its body did").toResponse();
        }
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return Problem.notReady("the server is stopping").toResponse();
        }
        return ofBug(failure);
    }

    private static boolean endedEarly(Throwable failure) {
        return failure instanceof EofException
                || failure instanceof ProcessingException && failure.getCause() instanceof EofException;
    }

    private static Response ofJersey(Response answer) {
        if (answer.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
            return answer;
        }
        Response problem = Problem.of(answer.getStatus(), detail(answer)).toResponse();
        Object allow = answer.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null
                ? problem
                : Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
    }

    private static String detail(Response answer) {
        return switch (answer.getStatus()) {
            case 404 -> "there is no such resource: the paths begin with /v1/workspaces/{workspace}/";
            case 405 -> "this resource does not take this method: see the Allow header";
            case 406 -> "answers are application/json: accept that";
            case 415 -> "send the body as application/json";
            default -> answer.getStatusInfo().getReasonPhrase();
        };
    }

    private static Response ofBug(Throwable failure) {
        String id = "urn:uuid:" + UUID.randomUUID();
        LOG.error("{}: a request failed for a reason that is ours", id, failure);
        return Problem.of(500, "this is a fault of the server; its log tells more under the id of this instance")
                .with("instance", id)
                .toResponse();
    }
}
