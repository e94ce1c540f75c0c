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

    /**
     * Returns when this is an error of the protocol, which has a code; whatever the code is, for registries differ in it.
     *
     * @throws IOException when it is not, but, say, a proxy's page: it says nothing about what the registry has
     */
    void requireError(String body) throws IOException {
        if (!json.readTree(body).path("error_code").isInt()) {
            throw new IOException("not found, but not in the words of a registry: there is no 'error_code'");
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
