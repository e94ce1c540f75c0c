package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.json.AvroJsonWriter;
import dev.partyline.api.http.json.Preset;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The policies that have a name. */
@Path("/v1/presets")
@Produces(MediaType.APPLICATION_JSON)
public final class PresetsResource {
    /** Each by name, and its whole policy. */
    @GET
    @Allowed({})
    public ObjectNode presets() {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        ArrayNode list = view.putArray("presets");
        for (Preset preset : Preset.values()) {
            list.addObject().put("name", preset.label()).set("policy", AvroJsonWriter.record(preset.policy()));
        }
        return view;
    }
}
