package dev.partyline.api.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.avro.Schema;

/** Reads what clients send. */
final class RequestBodies {
    private static final String AVRO = "AVRO";

    private final ObjectMapper json = new ObjectMapper();

    /** The schema in {@code {schema, schemaType?, references?}}, without what white space it was written with. */
    Schema schema(String body) throws Refusal {
        JsonNode request = parse(body);
        String type = request.path("schemaType").asText(AVRO);
        if (!type.equals(AVRO) && !request.path("schemaType").isNull()) {
            throw Refusal.invalidSchema("schemaType is " + type + ", must be " + AVRO + ".");
        }
        if (!request.path("references").isEmpty()) {
            throw Refusal.invalidSchema("references are not supported here; make the schema self-contained.");
        }
        JsonNode schema = request.path("schema");
        if (!schema.isTextual()) {
            throw Refusal.invalidSchema("'schema' must be a string.");
        }
        return normal(schema.textValue());
    }

    /** The level in {@code {compatibility}}. */
    CompatibilityLevel level(String body) throws Refusal {
        String name = parse(body).path("compatibility").asText();
        return CompatibilityLevel.named(name).orElseThrow(() -> Refusal.invalidLevel(name));
    }

    /** Parsed from Avro's own writing of it: only what can be read again may enter the journal. */
    private static Schema normal(String text) throws Refusal {
        try {
            return new Schema.Parser().parse(new Schema.Parser().parse(text).toString());
        } catch (RuntimeException e) {
            // Avro's parser fails on unknown types with NullPointerException.
            throw Refusal.invalidSchema(String.valueOf(e.getMessage()));
        }
    }

    private JsonNode parse(String body) throws Refusal {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw Refusal.invalidBody(e.getOriginalMessage());
        }
    }
}
