package dev.partyline.schemas.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;

/** The schema as it goes to the registry: what the {@code .avsc} file says, without what Java's code generator adds. */
final class ValueSchemas {
    private static final String JAVA_STRING = "avro.java.string";

    private ValueSchemas() {}

    static Schema published(Schema generated) {
        ObjectMapper json = new ObjectMapper();
        try {
            JsonNode schema = json.readTree(generated.toString());
            strip(schema);
            return new Schema.Parser().parse(json.writeValueAsString(schema));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a schema that Avro wrote is no JSON", e);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(JAVA_STRING);
        }
        node.forEach(ValueSchemas::strip);
    }
}
