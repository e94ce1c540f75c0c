package dev.partyline.api.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.problem.ProblemException;

/** The path says the workspace; the body may repeat it and must not contradict it: nothing crosses workspaces. */
final class InWorkspace {
    private static final String FIELD = "workspaceId";

    private InWorkspace() {}

    /** A copy of {@code json} that names its workspace. */
    static ObjectNode complete(JsonNode json, String workspaceId, String path) {
        if (!(json instanceof ObjectNode object)) {
            throw ProblemException.invalid(path, "must be an object");
        }
        JsonNode stated = object.get(FIELD);
        if (stated != null && !stated.asText().equals(workspaceId)) {
            throw ProblemException.invalid(
                    AvroJsonReader.child(path, FIELD),
                    "must be " + workspaceId + ", the workspace of the path, or absent");
        }
        ObjectNode complete = object.deepCopy();
        return complete.put(FIELD, workspaceId);
    }
}
