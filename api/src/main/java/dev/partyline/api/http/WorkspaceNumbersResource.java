package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.schemas.Ids;
import dev.partyline.topology.query.NumberInUse;
import dev.partyline.topology.query.Page;
import dev.partyline.topology.query.PageQuery;
import dev.partyline.topology.query.Queries;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** A workspace's numbers. */
@Path("/v1/workspaces/{ws}/numbers")
@Produces(MediaType.APPLICATION_JSON)
public final class WorkspaceNumbersResource {
    private final Queries queries;
    private final Parameters parameters;

    WorkspaceNumbersResource(Queries queries, Parameters parameters) {
        this.queries = queries;
        this.parameters = parameters;
    }

    /** A page of the numbers in use, in order, each with how many are assigned to it. */
    @GET
    @Allowed(Scope.OPS)
    public ObjectNode numbers(
            @PathParam("ws") String ws,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageQuery query = new PageQuery(parameters.limit(limit), parameters.place(cursor, Ids::isNumber));
        Page<NumberInUse> numbers = queries.numbers(parameters.workspace(ws), query);
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        ArrayNode list = view.putArray("numbers");
        numbers.items()
                .forEach(number -> list.addObject()
                        .put("number", number.number())
                        .put("label", number.label())
                        .put("assignees", number.assignees()));
        return view.put("next", Cursors.next(numbers));
    }
}
