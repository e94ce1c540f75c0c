package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.http.json.AvroJsonWriter;
import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.topology.query.Queries;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What became of a change. */
@Path("/v1/workspaces/{ws}/changes/{changeId}")
@Produces(MediaType.APPLICATION_JSON)
public final class DecisionsResource {
    private final Queries queries;
    private final Parameters parameters;

    DecisionsResource(Queries queries, Parameters parameters) {
        this.queries = queries;
        this.parameters = parameters;
    }

    /**
     * The decision, refusals included; 404 while there is none. Any scope may ask: a decision does not say whose change it
     * was, and its id is known to who sent it.
     */
    @GET
    @Allowed({Scope.INBOX, Scope.OPS, Scope.INGEST})
    public ObjectNode decision(@PathParam("ws") String ws, @PathParam("changeId") String changeId) {
        String id = parameters.changeId(changeId);
        return queries.decision(parameters.workspace(ws), id)
                .map(AvroJsonWriter::record)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        404,
                        "the change " + id + " has no decision: it was not sent, is not decided yet (ask again), "
                                + "or was decided more than 30 days ago")));
    }
}
