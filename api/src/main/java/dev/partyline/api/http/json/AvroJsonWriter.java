package dev.partyline.api.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Writes the generated classes as JSON: the schema's names, enums by their symbols, times in milliseconds. */
public final class AvroJsonWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AvroJsonWriter() {}

    /** All fields, in the schema's order, null ones included. */
    public static ObjectNode record(IndexedRecord record) {
        ObjectNode object = JSON.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            object.set(field.name(), value(record.get(field.pos())));
        }
        return object;
    }

    /** As {@link #record}, of each. */
    public static ArrayNode records(Collection<? extends IndexedRecord> records) {
        return array(records);
    }

    /** One value: a record, a collection, a time, a number, a flag, or what its text says. */
    public static JsonNode value(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof IndexedRecord record) {
            return record(record);
        }
        if (value instanceof Collection<?> items) {
            return array(items);
        }
        if (value instanceof Instant time) {
            return JSON.numberNode(time.toEpochMilli());
        }
        if (value instanceof Long || value instanceof Integer) {
            return JSON.numberNode(((Number) value).longValue());
        }
        return value instanceof Boolean flag ? JSON.booleanNode(flag) : JSON.textNode(value.toString());
    }

    private static ArrayNode array(Collection<?> items) {
        ArrayNode array = JSON.arrayNode(items.size());
        items.forEach(item -> array.add(value(item)));
        return array;
    }
}
