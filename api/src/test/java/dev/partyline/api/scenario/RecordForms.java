package dev.partyline.api.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of what happens the records that the API takes. */
final class RecordForms {
    private static final String PEER = "+19175550142";

    private final Workspace workspace;
    private final Times times;
    private final String now;

    /** @param now when a record begins that does not say when */
    RecordForms(Workspace workspace, Times times, String now) {
        this.workspace = workspace;
        this.times = times;
        this.now = now;
    }

    /**
     * A record as it is from now on.
     *
     * @param before as it was, if it was; it keeps its time
     */
    ObjectNode record(Happening happening, @Nullable ObjectNode before) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("recordId", happening.id()).put("peer", PEER);
        if (happening.at() != null) {
            record.put("startedAt", times.instant(happening.at()).toEpochMilli());
        } else if (before != null) {
            record.set("startedAt", before.get("startedAt"));
        } else {
            record.put("startedAt", times.instant(now).toEpochMilli());
        }
        if (happening instanceof Happening.Call call) {
            return call(record, call);
        } else if (happening instanceof Happening.Text text) {
            return text(record, text);
        }
        return voicemail(record, (Happening.Voicemail) happening);
    }

    /** The event that erases a record. */
    ObjectNode erased(JsonNode record) {
        ObjectNode erased = record.deepCopy();
        erased.put("kind", "ERASED").put("revision", record.get("revision").asInt() + 1);
        return erased.without(List.of("call", "message", "voicemail", "peer"));
    }

    private ObjectNode call(ObjectNode record, Happening.Call call) {
        ArrayNode participants = JsonNodeFactory.instance.arrayNode();
        add(participants, "MADE", call.made() == null ? List.of() : List.of(call.made()));
        add(participants, "ANSWERED", call.answered());
        add(participants, "JOINED", call.joined());
        String status = participants.isEmpty() ? "MISSED" : "COMPLETED";
        common(record, call.number(), call.contact(), call.revision());
        record.put("direction", call.made() == null ? "INBOUND" : "OUTBOUND").put("kind", "CALL");
        record.putObject("call")
                .put("status", call.status() == null ? status : call.status())
                .set("participants", participants);
        return record;
    }

    private ObjectNode text(ObjectNode record, Happening.Text text) {
        boolean outbound = text.outbound() || text.sender() != null;
        common(record, text.number(), text.contact(), text.revision());
        record.put("direction", outbound ? "OUTBOUND" : "INBOUND").put("kind", "MESSAGE");
        record.putObject("message")
                .put("senderId", text.sender())
                .put("text", text.id())
                .put("status", outbound ? "DELIVERED" : "RECEIVED")
                .putArray("mediaUris");
        return record;
    }

    private ObjectNode voicemail(ObjectNode record, Happening.Voicemail voicemail) {
        common(record, voicemail.number(), voicemail.contact(), voicemail.revision());
        record.put("direction", "INBOUND").put("kind", "VOICEMAIL");
        record.putObject("voicemail").put("inboxUserId", voicemail.inbox()).put("transcript", voicemail.id());
        return record;
    }

    private void common(ObjectNode record, String number, @Nullable String contact, @Nullable Integer revision) {
        record.put("number", workspace.number(number))
                .put("contactId", contact)
                .put("revision", revision == null ? 1 : revision);
    }

    private static void add(ArrayNode participants, String role, @Nullable List<String> users) {
        for (String user : users == null ? List.<String>of() : users) {
            participants.addObject().put("userId", user).put("role", role);
        }
    }
}
