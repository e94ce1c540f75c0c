package dev.partyline.api.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** The Avro schemas as JSON Schema (2020-12): the same names, words and enums, and what the API makes of them in JSON. */
final class AvroJsonSchemas {
    private static final String UNKNOWN = "UNKNOWN";

    private final ObjectNode schemas;

    /** @param schemas where named schemas are put, by name */
    AvroJsonSchemas(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** Adds a record and all that it refers to; does nothing for what is there already. */
    void add(Schema named) {
        if (schemas.has(named.getName())) {
            return;
        }
        ObjectNode schema = schemas.putObject(named.getName());
        schema.put("description", named.getDoc());
        if (named.getType() == Schema.Type.ENUM) {
            addSymbols(schema, named);
        } else {
            addFields(schema, named);
        }
    }

    /** Writes a record's fields into an object's schema; what has a default may be left out. */
    void addFields(ObjectNode schema, Schema record) {
        schema.put("type", "object");
        ObjectNode properties = schema.withObjectProperty("properties");
        ArrayNode required = schema.withArrayProperty("required");
        for (Schema.Field field : record.getFields()) {
            ObjectNode property = of(field.schema());
            if (field.doc() != null) {
                property.put("description", field.doc());
            }
            properties.set(field.name(), property);
            if (!field.hasDefaultValue()) {
                required.add(field.name());
            }
        }
    }

    private static void addSymbols(ObjectNode schema, Schema symbols) {
        schema.put("type", "string");
        ArrayNode values = schema.putArray("enum");
        symbols.getEnumSymbols().stream()
                .filter(symbol -> !symbol.equals(UNKNOWN))
                .forEach(values::add);
    }

    private ObjectNode of(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> type("string");
            case BOOLEAN -> type("boolean");
            case INT -> type("integer").put("format", "int32");
            case LONG -> type("integer").put("format", "int64");
            case ARRAY -> {
                ObjectNode array = type("array");
                yield array.set("items", of(schema.getElementType()));
            }
            case UNION -> nullable(schema.getTypes().get(1));
            case RECORD, ENUM -> {
                add(schema);
                yield ref(schema.getName());
            }
            default -> throw new IllegalStateException("the schemas use no " + schema.getType());
        };
    }

    /** The schemas' optional fields are all [null, X]. */
    private ObjectNode nullable(Schema schema) {
        ObjectNode value = of(schema);
        if (value.has("$ref")) {
            ObjectNode either = JsonNodeFactory.instance.objectNode();
            either.putArray("anyOf").add(value).add(type("null"));
            return either;
        }
        String type = value.path("type").textValue();
        value.putArray("type").add(type).add("null");
        return value;
    }

    static ObjectNode ref(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private static ObjectNode type(String name) {
        return JsonNodeFactory.instance.objectNode().put("type", name);
    }
}
