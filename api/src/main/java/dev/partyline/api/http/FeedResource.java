package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.http.json.AvroJsonWriter;
import dev.partyline.schema.FeedEntry;
import dev.partyline.topology.query.FeedPage;
import dev.partyline.topology.query.FeedQuery;
import dev.partyline.topology.query.Queries;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** What a user may see now. */
@Path("/v1/workspaces/{ws}/users/{user}/feed")
@Produces(MediaType.APPLICATION_JSON)
public final class FeedResource {
    private final Queries queries;
    private final Parameters parameters;

    FeedResource(Queries queries, Parameters parameters) {
        this.queries = queries;
        this.parameters = parameters;
    }

    /** A page of records, newest first, the user's line rows, and {@code next}: the cursor of the page after, or null. */
    @GET
    @Allowed({Scope.INBOX, Scope.OPS})
    public ObjectNode feed(
            @PathParam("ws") String ws,
            @PathParam("user") String user,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("number") @Nullable String number,
            @QueryParam("kind") @Nullable String kind) {
        FeedQuery query = new FeedQuery(
                parameters.limit(limit),
                parameters.cursor(cursor),
                parameters.queriedNumber(number),
                parameters.kind(kind));
        String workspaceId = parameters.workspace(ws);
        String userId = parameters.user(user);
        return view(queries.feed(workspaceId, userId, query));
    }

    private static ObjectNode view(FeedPage page) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        ArrayNode records = view.putArray("records");
        page.records().forEach(entry -> records.add(entry(entry)));
        view.set("lines", AvroJsonWriter.records(page.lines()));
        return view.put("next", page.next().map(Object::toString).orElse(null));
    }

    private static ObjectNode entry(FeedEntry entry) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        ArrayNode reasons = view.putArray("reasons");
        entry.getReasons().forEach(reason -> reasons.add(reason.name()));
        return view.set("record", AvroJsonWriter.record(entry.getRecord()));
    }
}
