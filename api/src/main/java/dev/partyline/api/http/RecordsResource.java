package dev.partyline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.http.json.JsonText;
import dev.partyline.api.http.problem.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Takes records in, for systems without a Kafka client. */
@Path("/v1/workspaces/{ws}/records")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RecordsResource {
    private static final String MEMBERS = "records";

    private final RecordSubmission submission;
    private final Parameters parameters;
    private final Limits limits;

    RecordsResource(RecordSubmission submission, Parameters parameters, Limits limits) {
        this.submission = submission;
        this.parameters = parameters;
        this.limits = limits;
    }

    /**
     * Stores an array of records, or {@code {"records": […]}}. 202: all; 207: some, and {@code problems} tells by index
     * which not and why; a problem document: none.
     */
    @POST
    @Allowed(Scope.INGEST)
    public Response submit(@PathParam("ws") String ws, InputStream body) throws IOException {
        String workspaceId = parameters.workspace(ws);
        JsonNode json = JsonText.read(body);
        String path = json.isArray() ? "" : MEMBERS;
        List<JsonNode> members = json.isArray()
                ? Batch.members(json, limits.batch(), path)
                : Batch.members(json, MEMBERS, limits.batch());
        return answer(submission.submit(members, workspaceId, path));
    }

    private static Response answer(List<Optional<Problem>> outcomes) {
        ArrayNode problems = problems(outcomes);
        if (!problems.isEmpty() && problems.size() == outcomes.size()) {
            return noneStored(outcomes).with("problems", problems).toResponse();
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("accepted", outcomes.size() - problems.size());
        answer.put("rejected", problems.size());
        answer.set("problems", problems);
        return Response.status(problems.isEmpty() ? Response.Status.ACCEPTED.getStatusCode() : Status.MULTI)
                .entity(answer)
                .build();
    }

    private static ArrayNode problems(List<Optional<Problem>> outcomes) {
        ArrayNode problems = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < outcomes.size(); i++) {
            ObjectNode item = JsonNodeFactory.instance.objectNode().put("index", i);
            outcomes.get(i).ifPresent(problem -> problems.add(item.setAll(problem.toJson())));
        }
        return problems;
    }

    /** 422 when all are malformed; 503 as soon as one might be stored on another try. */
    private static Problem noneStored(List<Optional<Problem>> outcomes) {
        boolean retry = outcomes.stream().flatMap(Optional::stream).anyMatch(each -> each.status() >= 500);
        return retry
                ? Problem.notReady("no record is certain to be stored: send them again")
                : Problem.of(Status.UNPROCESSABLE, "no record was stored: see problems");
    }
}
