package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.http.json.AvroJsonWriter;
import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
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

/** A number: who is, and was, assigned to it, and its records. */
@Path("/v1/workspaces/{ws}/numbers/{number}")
@Produces(MediaType.APPLICATION_JSON)
public final class NumbersResource {
    private final Queries queries;
    private final Parameters parameters;

    NumbersResource(Queries queries, Parameters parameters) {
        this.queries = queries;
        this.parameters = parameters;
    }

    /** The assignees now, or as of {@code at}. */
    @GET
    @Allowed(Scope.OPS)
    @Path("/assignees")
    public ObjectNode assignees(
            @PathParam("ws") String ws, @PathParam("number") String number, @QueryParam("at") @Nullable String at) {
        var time = parameters.time("at", at);
        NumberAccess access = access(ws, number);
        return NumberViews.assignees(
                access, time.map(each -> AssigneeRules.at(access, each)).orElseGet(() -> AssigneeRules.now(access)));
    }

    /** Who was assigned when. */
    @GET
    @Allowed(Scope.OPS)
    @Path("/history")
    public ObjectNode history(@PathParam("ws") String ws, @PathParam("number") String number) {
        return NumberViews.history(access(ws, number));
    }

    /** A page of the number's records, newest first, erased ones left out: for operators, whoever may see them. */
    @GET
    @Allowed(Scope.OPS)
    @Path("/records")
    public ObjectNode records(
            @PathParam("ws") String ws,
            @PathParam("number") String number,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("kind") @Nullable String kind) {
        PageQuery query = new PageQuery(parameters.limit(limit), parameters.place(cursor, Keys::isPosition));
        Page<TelephonyRecord> page =
                queries.records(parameters.workspace(ws), parameters.number(number), query, parameters.kind(kind));
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.set("records", AvroJsonWriter.records(page.items()));
        return view.put("next", Cursors.next(page));
    }

    private NumberAccess access(String ws, String number) {
        String normal = parameters.number(number);
        return queries.number(parameters.workspace(ws), normal)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "no change has mentioned the number " + normal + " in this workspace")));
    }
}
