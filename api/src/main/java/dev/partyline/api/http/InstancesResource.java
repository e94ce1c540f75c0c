package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.topology.query.InstanceStatus;
import dev.partyline.topology.query.Queries;
import dev.partyline.topology.query.Rows;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The instances, for operators. */
@Path("/v1/ops/instances")
@Produces(MediaType.APPLICATION_JSON)
public final class InstancesResource {
    private final Queries queries;

    InstancesResource(Queries queries) {
        this.queries = queries;
    }

    /** All instances, the one that answers first, with what they hold and how far they are behind; lag null: not known. */
    @GET
    @Allowed(Scope.OPS)
    public ObjectNode instances() {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        ArrayNode list = view.putArray("instances");
        queries.instances().forEach(instance -> add(list.addObject(), instance));
        return view;
    }

    private static void add(ObjectNode view, InstanceStatus instance) {
        view.put("instance", instance.instance()).put("state", instance.state());
        addParts(view.putArray("active"), instance.active());
        addParts(view.putArray("standby"), instance.standby());
        addParts(view.putArray("stores"), instance.stores());
    }

    private static void addParts(ArrayNode list, List<InstanceStatus.Part> parts) {
        for (InstanceStatus.Part part : parts) {
            ObjectNode view = list.addObject().put("name", part.name()).put("partition", part.partition());
            view.put("lag", part.lag() == Rows.UNKNOWN_LAG ? null : Long.valueOf(part.lag()));
        }
    }
}
