package dev.partyline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.json.AvroJsonWriter;
import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.schema.UserAccess;
import dev.partyline.topology.query.Queries;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A user's numbers. */
@Path("/v1/workspaces/{ws}/users/{user}/numbers")
@Produces(MediaType.APPLICATION_JSON)
public final class UsersResource {
    private final Queries queries;
    private final Parameters parameters;

    UsersResource(Queries queries, Parameters parameters) {
        this.queries = queries;
        this.parameters = parameters;
    }

    /** The user, and under {@code numbers} the lines: assigned, with which permissions, caller ID, routed, since when. */
    @GET
    public ObjectNode numbers(@PathParam("ws") String ws, @PathParam("user") String user) {
        String userId = parameters.user(user);
        UserAccess access = queries.user(parameters.workspace(ws), userId)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "no change has mentioned the user " + userId + " in this workspace")));
        ObjectNode view = AvroJsonWriter.record(access);
        JsonNode lines = view.remove("lines");
        view.remove("workspaceId");
        return view.set("numbers", lines);
    }
}
