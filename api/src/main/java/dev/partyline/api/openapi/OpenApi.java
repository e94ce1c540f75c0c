package dev.partyline.api.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.Interval;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;

/**
 * The API as an OpenAPI 3.1 document. Paths, parameters, answers and examples stand in {@code openapi.yml}; what callers send
 * and get of changes, records, decisions and lines follows from the Avro schemas, so that it is said once.
 */
public final class OpenApi {
    private static final String PATHS = "/openapi.yml";
    private static final String CHANGE = "Change";

    private OpenApi() {}

    /** The whole document. */
    public static ObjectNode document() {
        ObjectNode document = paths();
        ObjectNode schemas = document.withObjectProperty("components").withObjectProperty("schemas");
        AvroJsonSchemas avro = new AvroJsonSchemas(schemas);
        List.of(
                        TelephonyRecord.getClassSchema(),
                        ChangeDecision.getClassSchema(),
                        FeedEntry.getClassSchema()
                                .getField("line")
                                .schema()
                                .getTypes()
                                .get(1),
                        FeedEntry.getClassSchema().getField("reasons").schema().getElementType(),
                        UserAccess.getClassSchema().getField("lines").schema().getElementType(),
                        UserAccess.getClassSchema().getField("role").schema(),
                        Interval.getClassSchema())
                .forEach(avro::add);
        addChanges(schemas, avro);
        return document;
    }

    /** Changes are flat: the fields of the one kind beside those of all. */
    private static void addChanges(ObjectNode schemas, AvroJsonSchemas avro) {
        Schema envelope = DirectoryChange.getClassSchema();
        ArrayNode kinds =
                schemas.putObject(CHANGE).put("description", envelope.getDoc()).putArray("oneOf");
        ObjectNode mapping = schemas.withObjectProperty(CHANGE)
                .putObject("discriminator")
                .put("propertyName", "type")
                .putObject("mapping");
        for (Schema kind : envelope.getField("change").schema().getTypes()) {
            ObjectNode schema = schemas.putObject(kind.getName()).put("description", kind.getDoc());
            addEnvelope(schema, envelope);
            avro.addFields(schema, kind);
            allowPresets(schema);
            schema.withObjectProperty("properties").putObject("type").put("const", kind.getName());
            schema.withArrayProperty("required").add("type");
            kinds.add(AvroJsonSchemas.ref(kind.getName()));
            mapping.put(kind.getName(), "#/components/schemas/" + kind.getName());
        }
    }

    private static void addEnvelope(ObjectNode schema, Schema envelope) {
        ObjectNode properties = schema.withObjectProperty("properties");
        for (String name : List.of("changeId", "actorId")) {
            properties
                    .putObject(name)
                    .put("description", envelope.getField(name).doc())
                    .put("type", "string");
        }
        properties
                .putObject("occurredAt")
                .put("description", envelope.getField("occurredAt").doc())
                .put("$ref", "#/components/schemas/Time");
    }

    /** A policy may be given by a preset's name. */
    private static void allowPresets(ObjectNode schema) {
        ObjectNode properties = schema.withObjectProperty("properties");
        if (properties.has("policy")) {
            ObjectNode policy = properties.putObject("policy");
            policy.putArray("anyOf")
                    .add(AvroJsonSchemas.ref("PolicyOrPreset"))
                    .addObject()
                    .put("type", "null");
        }
    }

    private static ObjectNode paths() {
        try (InputStream yaml = Objects.requireNonNull(OpenApi.class.getResourceAsStream(PATHS), PATHS)) {
            return (ObjectNode) new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(PATHS + " cannot be read", e);
        }
    }
}
