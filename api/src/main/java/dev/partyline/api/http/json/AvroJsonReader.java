package dev.partyline.api.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.api.http.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into the generated classes by their schemas: what has a default may be left out, what the schema does not
 * name is refused, and so is every value of another type. Refusals name the field by its path, such as
 * {@code records[2].call.status}.
 */
final class AvroJsonReader {
    private static final String UNKNOWN = "UNKNOWN";

    private final FieldForms forms;

    AvroJsonReader(FieldForms forms) {
        this.forms = forms;
    }

    /**
     * Reads an object as the generated class of {@code schema}.
     *
     * @param path where it stands in the request; empty: it is the whole
     * @throws ProblemException 422, when it is not as the schema says
     */
    IndexedRecord record(JsonNode json, Schema schema, String path) {
        if (!json.isObject()) {
            throw ProblemException.invalid(path, "must be an object");
        }
        refuseUnknown(json, schema, path);
        IndexedRecord record = (IndexedRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), field(json.get(field.name()), field, child(path, field.name())));
        }
        return record;
    }

    static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static void refuseUnknown(JsonNode json, Schema schema, String path) {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (schema.getField(name) == null) {
                throw ProblemException.invalid(
                        child(path, name), "no such field; " + schema.getName() + " has " + names(schema));
            }
        }
    }

    private static String names(Schema schema) {
        return schema.getFields().stream().map(Schema.Field::name).collect(Collectors.joining(", "));
    }

    /** One field's value, or its default. */
    @Nullable
    Object field(@Nullable JsonNode json, Schema.Field field, String path) {
        if (json != null) {
            return value(json, field.schema(), field.name(), path);
        }
        if (!field.hasDefaultValue()) {
            throw ProblemException.invalid(path, "is missing");
        }
        return SpecificData.get().getDefaultValue(field);
    }

    private @Nullable Object value(JsonNode json, Schema schema, String name, String path) {
        return switch (schema.getType()) {
            case UNION -> json.isNull() && schema.isNullable() ? null : value(json, nonNull(schema), name, path);
            case RECORD -> record(json, schema, path);
            case ARRAY -> array(json, schema, name, path);
            case ENUM -> symbol(json, schema, path);
            case STRING -> forms.read(name, path, text(json, path));
            case BOOLEAN -> flag(json, path);
            case INT -> whole(json, json.canConvertToInt(), path).intValue();
            case LONG ->
                schema.getLogicalType() == null
                        ? (Object) whole(json, json.canConvertToLong(), path).longValue()
                        : time(json, path);
            default -> throw new IllegalStateException(path + ": the schemas use no " + schema.getType());
        };
    }

    /** The schemas' optional fields are all [null, X]. */
    private static Schema nonNull(Schema union) {
        return union.getTypes().get(1);
    }

    private List<@Nullable Object> array(JsonNode json, Schema schema, String name, String path) {
        if (!json.isArray()) {
            throw ProblemException.invalid(path, "must be an array");
        }
        List<@Nullable Object> items = new ArrayList<>(json.size());
        for (int i = 0; i < json.size(); i++) {
            items.add(value(json.get(i), schema.getElementType(), name, path + "[" + i + "]"));
        }
        return items;
    }

    /** UNKNOWN stands for symbols of later schemas; nobody may say it. */
    private static Object symbol(JsonNode json, Schema schema, String path) {
        String symbol = json.isTextual() ? json.textValue() : UNKNOWN;
        if (symbol.equals(UNKNOWN) || !schema.hasEnumSymbol(symbol)) {
            String known = schema.getEnumSymbols().stream()
                    .filter(each -> !each.equals(UNKNOWN))
                    .collect(Collectors.joining(", "));
            throw ProblemException.invalid(path, "must be one of " + known);
        }
        return SpecificData.get().createEnum(symbol, schema);
    }

    private static String text(JsonNode json, String path) {
        if (!json.isTextual()) {
            throw ProblemException.invalid(path, "must be a string");
        }
        return json.textValue();
    }

    private static boolean flag(JsonNode json, String path) {
        if (!json.isBoolean()) {
            throw ProblemException.invalid(path, "must be true or false");
        }
        return json.booleanValue();
    }

    private static Number whole(JsonNode json, boolean fits, String path) {
        if (!json.isIntegralNumber() || !fits) {
            throw ProblemException.invalid(path, "must be a whole number that fits its type");
        }
        return json.numberValue();
    }

    private static Instant time(JsonNode json, String path) {
        return Times.read(json).orElseThrow(() -> ProblemException.invalid(path, "a time must be " + Times.FORM));
    }
}
