package dev.partyline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.json.ChangeJson;
import dev.partyline.api.http.json.JsonText;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes changes in. */
@Path("/v1/workspaces/{ws}/changes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ChangesResource {
    private static final String MEMBERS = "changes";

    private final ChangeSubmission submission;
    private final ChangeJson json;
    private final Parameters parameters;
    private final Limits limits;

    ChangesResource(ChangeSubmission submission, ChangeJson json, Parameters parameters, Limits limits) {
        this.submission = submission;
        this.json = json;
        this.parameters = parameters;
        this.limits = limits;
    }

    /**
     * Submits one change, or {@code {"changes": […]}} in that order, and waits until each is effective, for {@code wait}
     * milliseconds at most in all. One: 201, 200 when it changed nothing, 202 when it is not effective yet, or the
     * refusal. Several: 207 with each one's; those before and after a malformed one are taken all the same.
     */
    @POST
    public Response submit(@PathParam("ws") String ws, @QueryParam("wait") @Nullable String wait, InputStream body)
            throws IOException, InterruptedException {
        String workspaceId = parameters.workspace(ws);
        Duration patience = patience(wait);
        JsonNode changes = JsonText.read(body);
        if (changes.has(MEMBERS)) {
            return several(Batch.members(changes, MEMBERS, limits.batch()), workspaceId, patience);
        }
        return submission
                .submit(() -> json.read(changes, workspaceId, ""))
                .await(System.nanoTime() + patience.toNanos())
                .alone();
    }

    private Response several(List<JsonNode> members, String workspaceId, Duration patience)
            throws InterruptedException {
        List<ChangeSubmission.Submitted> submitted = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            JsonNode member = members.get(i);
            String path = MEMBERS + "[" + i + "]";
            submitted.add(submission.submit(() -> json.read(member, workspaceId, path)));
        }
        long deadline = System.nanoTime() + patience.toNanos();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode answers = answer.putArray(MEMBERS);
        for (ChangeSubmission.Submitted each : submitted) {
            answers.add(each.await(deadline).among());
        }
        return Response.status(Status.MULTI).entity(answer).build();
    }

    private Duration patience(@Nullable String wait) {
        return wait == null
                ? limits.defaultWait()
                : Duration.ofMillis(
                        parameters.whole("wait", wait, 0, limits.maxWait().toMillis()));
    }
}
