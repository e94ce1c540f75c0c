package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.http.json.AvroJsonWriter;
import dev.partyline.api.http.json.FeedJson;
import dev.partyline.api.stream.FeedStreams;
import dev.partyline.api.stream.PageRead;
import dev.partyline.api.stream.ResumePoint;
import dev.partyline.api.stream.StreamRefusedException;
import dev.partyline.api.stream.StreamUser;
import dev.partyline.topology.query.FeedPage;
import dev.partyline.topology.query.FeedQuery;
import dev.partyline.topology.query.Queries;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a user may see now. */
@Path("/v1/workspaces/{ws}/users/{user}/feed")
@Produces(MediaType.APPLICATION_JSON)
public final class FeedResource {
    private final Queries queries;
    private final FeedStreams streams;
    private final Parameters parameters;

    FeedResource(Queries queries, FeedStreams streams, Parameters parameters) {
        this.queries = queries;
        this.streams = streams;
        this.parameters = parameters;
    }

    /**
     * A page of records, newest first, the user's line rows, {@code next}: the cursor of the page after, or null, and
     * {@code resume}: where a stream goes on. Whoever gives {@code resume} of the page before gets the one that holds for all
     * pages so far.
     */
    @GET
    @Allowed({Scope.INBOX, Scope.OPS})
    public ObjectNode feed(
            @PathParam("ws") String ws,
            @PathParam("user") String user,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("number") @Nullable String number,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("resume") @Nullable String resume) {
        FeedQuery query = new FeedQuery(
                parameters.limit(limit),
                parameters.cursor(cursor),
                parameters.queriedNumber(number),
                parameters.kind(kind));
        String workspaceId = parameters.workspace(ws);
        String userId = parameters.user(user);
        FeedPage page = queries.feed(workspaceId, userId, query);
        PageRead read =
                new PageRead(new StreamUser(workspaceId, userId), page.partition(), page.position(), page.lines());
        return view(page).put("resume", resume(read, parameters.resume("resume", resume)));
    }

    private String resume(PageRead page, Optional<ResumePoint> before) {
        try {
            return streams.after(page, before).toString();
        } catch (StreamRefusedException e) {
            throw StreamProblems.of(e.refusal());
        }
    }

    private static ObjectNode view(FeedPage page) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        ArrayNode records = view.putArray("records");
        page.records().forEach(entry -> records.add(FeedJson.entry(entry)));
        view.set("lines", AvroJsonWriter.records(page.lines()));
        return view.put("next", page.next().map(Object::toString).orElse(null));
    }
}
