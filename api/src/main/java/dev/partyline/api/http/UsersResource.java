package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.http.json.AvroJsonWriter;
import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.schema.UserAccess;
import dev.partyline.schema.UserLine;
import dev.partyline.topology.query.Queries;
import dev.partyline.topology.query.check.Check;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * The user, and under {@code numbers} the lines: assigned, with which permissions, caller ID, routed, since when; those
     * alone on which the user may do what {@code can} says.
     */
    @GET
    @Allowed({Scope.INBOX, Scope.OPS})
    public ObjectNode numbers(
            @PathParam("ws") String ws, @PathParam("user") String user, @QueryParam("can") @Nullable String can) {
        String workspaceId = parameters.workspace(ws);
        String userId = parameters.user(user);
        var action = parameters.can(can);
        UserAccess access = queries.user(workspaceId, userId)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "no change has mentioned the user " + userId + " in this workspace")));
        ObjectNode view = AvroJsonWriter.record(access);
        view.remove(List.of("lines", "workspaceId"));
        List<UserLine> lines = access.getLines().stream()
                .filter(line -> action.map(each -> may(workspaceId, Check.onNumber(userId, each, line.getNumber())))
                        .orElse(true))
                .toList();
        return view.set("numbers", AvroJsonWriter.records(lines));
    }

    private boolean may(String workspaceId, Check check) {
        return queries.check(workspaceId, check).allowed();
    }
}
