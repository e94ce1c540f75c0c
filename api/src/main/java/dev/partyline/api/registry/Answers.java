package dev.partyline.api.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.partyline.api.registry.RegistryState.Version;
import java.util.List;
import org.apache.avro.Schema;

/** Writes what clients are answered. */
final class Answers {
    private final ObjectMapper json = new ObjectMapper();

    JsonNode nothing() {
        return json.createObjectNode();
    }

    JsonNode field(String name, String value) {
        return json.createObjectNode().put(name, value);
    }

    JsonNode field(String name, boolean value) {
        return json.createObjectNode().put(name, value);
    }

    JsonNode strings(List<String> values) {
        return json.valueToTree(values);
    }

    JsonNode numbers(List<Integer> values) {
        return json.valueToTree(values);
    }

    JsonNode schema(Schema schema) {
        return field("schema", schema.toString());
    }

    JsonNode version(Version version) {
        return json.createObjectNode()
                .put("subject", version.subject())
                .put("version", version.version())
                .put("id", version.id())
                .put("schemaType", "AVRO")
                .put("schema", version.schema().toString());
    }

    /** Where a schema stands: {@code [{subject, version}]}. */
    JsonNode places(List<Version> versions) {
        ArrayNode places = json.createArrayNode();
        versions.forEach(v -> places.addObject().put("subject", v.subject()).put("version", v.version()));
        return places;
    }

    JsonNode error(int code, String message) {
        return json.createObjectNode().put("error_code", code).put("message", message);
    }
}
