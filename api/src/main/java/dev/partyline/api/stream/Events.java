package dev.partyline.api.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.json.AvroJsonWriter;
import dev.partyline.api.http.json.FeedJson;
import dev.partyline.api.stream.StreamEvent.Place;
import dev.partyline.api.stream.StreamEvent.Shown;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineState;
import java.util.Optional;

/** The events of a stream. */
final class Events {
    private static final String CLOSED = "closed";

    private Events() {}

    static StreamEvent record(FeedEntry entry, FeedKey key, Place after) {
        Shown shown = new Shown(key, entry.getReasons());
        return new StreamEvent("record", FeedJson.entry(entry).toString(), after, Optional.of(shown));
    }

    static StreamEvent removed(FeedKey key, Place after) {
        ObjectNode data = object().put("recordId", key.recordId())
                .put("number", key.number())
                .put("startedAt", key.startedAt());
        return event("removed", data, after);
    }

    static StreamEvent line(LineState line, Place after) {
        return event("line", AvroJsonWriter.record(line), after);
    }

    static StreamEvent lineGone(String number, Place after) {
        return event("line", object().put("number", number).put("gone", true), after);
    }

    /** The user is no longer active: nothing may be shown any more, and there is no going on. */
    static StreamEvent deactivated() {
        return event(CLOSED, object().put("reason", "deactivated"), Place.OVER);
    }

    /** The instance ends the stream for a reason of its own; the client may go on at once, here or elsewhere. */
    static StreamEvent closed(String reason, Place after) {
        return event(CLOSED, object().put("reason", reason), after);
    }

    /** A line shows again what it hid, and the engine will not write it again. */
    static StreamEvent reset(String number) {
        ObjectNode data = object().put("number", number)
                .put("reason", "the line shows again what it hid a moment ago: read the feed page, then stream on");
        return event("reset", data, Place.OVER);
    }

    private static StreamEvent event(String name, ObjectNode data, Place after) {
        return new StreamEvent(name, data.toString(), after, Optional.empty());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
