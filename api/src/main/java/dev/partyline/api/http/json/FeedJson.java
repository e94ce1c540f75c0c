package dev.partyline.api.http.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.schema.FeedEntry;

/** A record in a feed, as pages and streams show it. */
public final class FeedJson {
    private FeedJson() {}

    /** The record, and the reasons why its user sees it. */
    public static ObjectNode entry(FeedEntry entry) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        ArrayNode reasons = view.putArray("reasons");
        entry.getReasons().forEach(reason -> reasons.add(reason.name()));
        return view.set("record", AvroJsonWriter.record(entry.getRecord()));
    }
}
