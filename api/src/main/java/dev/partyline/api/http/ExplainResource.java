package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.topology.query.Queries;
import dev.partyline.topology.query.check.RecordKey;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Why a user sees a record, or not. */
@Path("/v1/workspaces/{ws}/users/{user}/records/{recordId}/explain")
@Produces(MediaType.APPLICATION_JSON)
public final class ExplainResource {
    private final Queries queries;
    private final Parameters parameters;

    ExplainResource(Queries queries, Parameters parameters) {
        this.queries = queries;
        this.parameters = parameters;
    }

    /** Every rule tried, with its facts; for a "no" what would have to change. {@code number} and {@code startedAt} are needed. */
    @GET
    @Allowed({Scope.INBOX, Scope.OPS})
    public ObjectNode explain(
            @PathParam("ws") String ws,
            @PathParam("user") String user,
            @PathParam("recordId") String recordId,
            @QueryParam("number") @Nullable String number,
            @QueryParam("startedAt") @Nullable String startedAt) {
        RecordKey key = new RecordKey(
                parameters.queriedNumber(number).orElseThrow(() -> missing("number")),
                parameters.time("startedAt", startedAt).orElseThrow(() -> missing("startedAt")),
                parameters.recordId(recordId));
        return queries.explain(parameters.workspace(ws), parameters.user(user), key)
                .map(ExplanationViews::view)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        404,
                        key.number() + " has no record " + key.recordId() + " that began at " + key.startedAt()
                                + ", or has it no more")));
    }

    private static ProblemException missing(String name) {
        return ProblemException.invalid(name, "is missing: a record is known by number, startedAt and recordId");
    }
}
