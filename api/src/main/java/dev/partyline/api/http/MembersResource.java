package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.schemas.Ids;
import dev.partyline.topology.query.MemberPage;
import dev.partyline.topology.query.PageQuery;
import dev.partyline.topology.query.Queries;
import dev.partyline.topology.query.check.Member;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** A workspace's members. */
@Path("/v1/workspaces/{ws}/members")
@Produces(MediaType.APPLICATION_JSON)
public final class MembersResource {
    private final Queries queries;
    private final Parameters parameters;

    MembersResource(Queries queries, Parameters parameters) {
        this.queries = queries;
        this.parameters = parameters;
    }

    /** A page of members by userId, removed ones marked; {@code count}: how many there are in all, those left out. */
    @GET
    @Allowed(Scope.OPS)
    public ObjectNode members(
            @PathParam("ws") String ws,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageQuery query = new PageQuery(parameters.limit(limit), parameters.place(cursor, Ids::isId));
        MemberPage members = queries.members(parameters.workspace(ws), query);
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        ArrayNode list = view.putArray("members");
        members.page().items().forEach(member -> addMember(list.addObject(), member));
        view.put("count", members.count());
        return view.put("next", Cursors.next(members.page()));
    }

    private static void addMember(ObjectNode view, Member member) {
        view.put("userId", member.userId())
                .put("name", member.name())
                .put("role", member.role().name())
                .put("active", member.active())
                .put("removed", member.removed());
    }
}
