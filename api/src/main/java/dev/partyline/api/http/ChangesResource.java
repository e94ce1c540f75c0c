package dev.partyline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Caller;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.http.json.ChangeJson;
import dev.partyline.api.http.json.JsonText;
import dev.partyline.schema.DirectoryChange;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
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
     * refusal. Several: 207 with each one's; those before and after a malformed one are taken all the same. Without the
     * scope ingest the actor is the token's subject.
     */
    @POST
    @Allowed({Scope.INBOX, Scope.INGEST})
    public Response submit(
            @QueryParam("wait") @Nullable String wait, @Context SecurityContext security, InputStream body)
            throws IOException, InterruptedException {
        Duration patience = patience(wait);
        Caller caller = Caller.of(security);
        JsonNode changes = JsonText.read(body);
        if (changes.has(MEMBERS)) {
            return several(Batch.members(changes, MEMBERS, limits.batch()), caller, patience);
        }
        return submission
                .submit(() -> read(changes, caller, ""))
                .await(System.nanoTime() + patience.toNanos())
                .alone();
    }

    private Response several(List<JsonNode> members, Caller caller, Duration patience) throws InterruptedException {
        List<ChangeSubmission.Submitted> submitted = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            JsonNode member = members.get(i);
            String path = MEMBERS + "[" + i + "]";
            submitted.add(submission.submit(() -> read(member, caller, path)));
        }
        long deadline = System.nanoTime() + patience.toNanos();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode answers = answer.putArray(MEMBERS);
        for (ChangeSubmission.Submitted each : submitted) {
            answers.add(each.await(deadline).among());
        }
        return Response.status(Status.MULTI).entity(answer).build();
    }

    private DirectoryChange read(JsonNode change, Caller caller, String path) {
        return ActorRules.inNameOf(caller, json.read(change, caller.workspaceId(), path), path);
    }

    private Duration patience(@Nullable String wait) {
        return wait == null
                ? limits.defaultWait()
                : Duration.ofMillis(
                        parameters.whole("wait", wait, 0, limits.maxWait().toMillis()));
    }
}
