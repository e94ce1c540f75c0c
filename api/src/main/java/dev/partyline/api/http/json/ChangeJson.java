package dev.partyline.api.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.schema.DirectoryChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Changes as callers send them, flat: {@code type} names what is to change, and its fields stand beside {@code changeId},
 * {@code actorId} and {@code occurredAt}. A policy may be a preset's name, or have one and fields of its own beside it.
 */
public final class ChangeJson {
    private static final String TYPE = "type";
    private static final String POLICY = "policy";
    private static final String CHANGE_ID = "changeId";
    private static final List<String> ENVELOPE = List.of(CHANGE_ID, "workspaceId", "actorId", "occurredAt");

    private static final Schema.Field CHANGE_FIELD =
            DirectoryChange.getClassSchema().getField("change");

    private final AvroJsonReader reader;
    private final Map<String, Schema> types = new LinkedHashMap<>();

    public ChangeJson(FieldForms forms) {
        this.reader = new AvroJsonReader(forms);
        for (Schema type : CHANGE_FIELD.schema().getTypes()) {
            types.put(type.getName(), type);
        }
    }

    /**
     * Reads and checks one change; gives it a changeId when it has none.
     *
     * @param path where it stands in the request, for messages; empty: it is the whole
     * @throws ProblemException 422, naming the field that is at fault
     */
    public DirectoryChange read(JsonNode json, String workspaceId, String path) {
        ObjectNode rest = InWorkspace.complete(json, workspaceId, path);
        if (!rest.has(CHANGE_ID)) {
            rest.put(CHANGE_ID, UUID.randomUUID().toString());
        }
        DirectoryChange change = new DirectoryChange();
        for (String name : ENVELOPE) {
            Schema.Field field = DirectoryChange.getClassSchema().getField(name);
            change.put(field.pos(), reader.field(rest.remove(name), field, AvroJsonReader.child(path, name)));
        }
        Schema type = type(rest.remove(TYPE), path);
        if (type.getField(POLICY) != null && rest.has(POLICY)) {
            rest.set(POLICY, PresetRules.writtenOut(rest.get(POLICY), AvroJsonReader.child(path, POLICY)));
        }
        change.put(CHANGE_FIELD.pos(), reader.record(rest, type, path));
        return change;
    }

    /** The change as callers get it: what {@link #read} takes. */
    public static ObjectNode write(DirectoryChange change) {
        ObjectNode json = AvroJsonWriter.record(change);
        IndexedRecord inner = (IndexedRecord) change.getChange();
        json.remove(CHANGE_FIELD.name());
        json.put(TYPE, inner.getSchema().getName());
        return json.setAll(AvroJsonWriter.record(inner));
    }

    private Schema type(@Nullable JsonNode name, String path) {
        Schema type = name == null ? null : types.get(name.asText());
        if (type == null) {
            throw ProblemException.invalid(
                    AvroJsonReader.child(path, TYPE), "must be one of " + String.join(", ", types.keySet()));
        }
        return type;
    }
}
