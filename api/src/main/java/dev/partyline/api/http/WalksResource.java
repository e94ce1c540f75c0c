package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Caller;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.topology.query.Queries;
import dev.partyline.topology.query.Walks;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** The walks under way, for operators. */
@Path("/v1/ops/walks")
@Produces(MediaType.APPLICATION_JSON)
public final class WalksResource {
    private final Queries queries;

    WalksResource(Queries queries) {
        this.queries = queries;
    }

    /**
     * Those of the caller's workspace: of numbers, with the lines that wait, and of contacts. {@code missing}: instances
     * that did not answer, whose walks are left out.
     */
    @GET
    @Allowed(Scope.OPS)
    public ObjectNode walks(@Context SecurityContext security) {
        String workspaceId = Caller.of(security).workspaceId();
        Walks walks = queries.walks();
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        ArrayNode numbers = view.putArray("walks");
        walks.numbers().stream()
                .filter(walk -> walk.workspaceId().equals(workspaceId))
                .forEach(walk -> addNumber(numbers.addObject(), walk));
        ArrayNode contacts = view.putArray("contacts");
        walks.contacts().stream()
                .filter(walk -> walk.workspaceId().equals(workspaceId))
                .forEach(walk -> addContact(contacts.addObject(), walk));
        ArrayNode missing = view.putArray("missing");
        walks.missing().forEach(missing::add);
        return view;
    }

    private static void addNumber(ObjectNode view, Walks.OfNumber walk) {
        view.put("workspaceId", walk.workspaceId())
                .put("number", walk.number())
                .put("changeId", walk.changeId())
                .put("visited", walk.visited())
                .put("total", walk.total());
        ArrayNode lines = view.putArray("lines");
        for (Walks.OfLine line : walk.lines()) {
            lines.addObject()
                    .put("userId", line.userId())
                    .put("state", line.state())
                    .put("done", line.done())
                    .put("total", line.total());
        }
    }

    private static void addContact(ObjectNode view, Walks.OfContact walk) {
        view.put("workspaceId", walk.workspaceId())
                .put("number", walk.number())
                .put("contactId", walk.contactId())
                .put("changeId", walk.changeId())
                .put("visited", walk.visited());
    }
}
