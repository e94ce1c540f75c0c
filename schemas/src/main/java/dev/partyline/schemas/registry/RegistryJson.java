package dev.partyline.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.avro.Schema;

/** The bodies of the protocol. Of an answer only what every registry gives is read. */
final class RegistryJson {
    private static final String SCHEMA = "schema";
    private static final String AVRO = "AVRO";

    private final ObjectMapper json = new ObjectMapper();

    String request(Schema schema) {
        return json.createObjectNode().put(SCHEMA, schema.toString()).toString();
    }

    /** @throws IOException when this is no answer of a registry */
    int id(String body) throws IOException {
        JsonNode id = json.readTree(body).path("id");
        if (!id.canConvertToInt()) {
            throw new IOException("the answer has no 'id'");
        }
        return id.intValue();
    }

    /**
     * @throws IOException when this is no answer of a registry
     * @throws UnknownSchemaException when it is one, and the schema is not one that can be read here
     */
    Schema schema(int id, String body) throws IOException {
        JsonNode answer = json.readTree(body);
        if (!answer.path(SCHEMA).isTextual()) {
            throw new IOException("the answer has no 'schema'");
        }
        String type = answer.path("schemaType").asText(AVRO);
        if (!type.equals(AVRO)) {
            throw new UnknownSchemaException("schema id " + id + " is of type " + type + ", must be " + AVRO);
        }
        try {
            return new Schema.Parser().parse(answer.path(SCHEMA).textValue());
        } catch (RuntimeException e) {
            // Avro's parser fails on unknown types with NullPointerException.
            throw new UnknownSchemaException(
                    "schema id " + id + " is no self-contained Avro schema (references are not read): "
                            + e.getMessage(),
                    e);
        }
    }

    /** Whether this is a list, as a registry answers when asked for its subjects. */
    boolean isList(String body) throws IOException {
        return json.readTree(body).isArray();
    }

    /** What the registry says in an error, or the body itself when it is no such thing. */
    String message(String body) {
        try {
            return json.readTree(body).path("message").asText(body);
        } catch (IOException notJson) {
            return body;
        }
    }
}
