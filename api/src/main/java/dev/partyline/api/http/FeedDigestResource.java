package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.topology.query.FeedState;
import dev.partyline.topology.query.Queries;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a user's feed comes to, so that whoever keeps a copy of the topic can prove that it is whole. */
@Path("/v1/workspaces/{ws}/users/{user}/feed/digest")
@Produces(MediaType.APPLICATION_JSON)
public final class FeedDigestResource {
    private final Queries queries;
    private final Parameters parameters;

    FeedDigestResource(Queries queries, Parameters parameters) {
        this.queries = queries;
        this.parameters = parameters;
    }

    /**
     * {@code rows} and {@code checksum} (16 hexadecimal digits) of all the user's rows in {@code partition} of the feed before
     * {@code offset}; how the checksum is computed stands in docs/feeds.md. Reads all of the user's rows.
     */
    @GET
    @Allowed(Scope.OPS)
    public ObjectNode digest(@PathParam("ws") String ws, @PathParam("user") String user) {
        FeedState state = queries.feedState(parameters.workspace(ws), parameters.user(user));
        return JsonNodeFactory.instance
                .objectNode()
                .put("rows", state.digest().rows())
                .put("checksum", state.digest().hex())
                .put("partition", state.place().partition())
                .put("offset", state.place().position());
    }
}
