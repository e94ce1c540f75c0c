package dev.partyline.api.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.schema.TelephonyRecord;

/** Records as callers send them: the schema's fields, {@code workspaceId} taken from the path when it is left out. */
public final class RecordJson {
    private final AvroJsonReader reader;

    public RecordJson(FieldForms forms) {
        this.reader = new AvroJsonReader(forms);
    }

    /**
     * Reads and checks one record.
     *
     * @param path where it stands in the request, for messages; empty: it is the whole
     * @throws ProblemException 422, naming the field that is at fault
     */
    public TelephonyRecord read(JsonNode json, String workspaceId, String path) {
        JsonNode complete = InWorkspace.complete(json, workspaceId, path);
        TelephonyRecord record = (TelephonyRecord) reader.record(complete, TelephonyRecord.getClassSchema(), path);
        RecordRules.check(record, path);
        return record;
    }

    /** The record as callers get it: what {@link #read} takes. */
    public static ObjectNode write(TelephonyRecord record) {
        return AvroJsonWriter.record(record);
    }
}
