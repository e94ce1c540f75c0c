package dev.partyline.api.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The fold of docs/feeds.md, step by step, as an inbox app does it; it knows nothing but JSON. */
final class InboxApp {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, JsonNode> records = new HashMap<>();
    private final Map<String, JsonNode> lines = new HashMap<>();

    /** Starts over. */
    void forget() {
        records.clear();
        lines.clear();
    }

    /** Takes a page: its records as {reasons, record}, and its lines. */
    void page(Iterable<JsonNode> pageRecords, Iterable<JsonNode> pageLines) {
        lines.clear();
        pageRecords.forEach(entry -> records.put(key(entry.path("record")), entry));
        pageLines.forEach(line -> lines.put(line.path("number").asText(), line));
    }

    /** Takes an event; false: start over. */
    boolean take(SseText event) {
        switch (event.name()) {
            case "record" -> {
                JsonNode entry = json(event.data());
                records.put(key(entry.path("record")), entry);
            }
            case "removed" -> records.remove(key(json(event.data())));
            case "line" -> line(json(event.data()));
            case "reset", "closed" -> {
                return json(event.data()).path("reason").asText().equals("shutdown");
            }
            default -> {} // A heartbeat, or something newer than this app.
        }
        return true;
    }

    /** The records that it shows. */
    Set<String> shown() {
        return new TreeSet<>(records.keySet());
    }

    private void line(JsonNode line) {
        String number = line.path("number").asText();
        if (line.path("gone").asBoolean()) {
            lines.remove(number);
        } else {
            lines.put(number, line);
        }
        records.values().removeIf(entry -> !shows(entry));
    }

    private boolean shows(JsonNode entry) {
        if (!entry.path("reasons").toString().equals("[\"ASSIGNEE\"]")) {
            return true;
        }
        JsonNode line = lines.get(entry.path("record").path("number").asText());
        return line != null
                && line.path("assigned").asBoolean()
                && (line.path("visibleFrom").isNull()
                        || line.path("visibleFrom").asLong()
                                <= entry.path("record").path("startedAt").asLong());
    }

    private static String key(JsonNode record) {
        return record.path("number").asText() + " " + record.path("startedAt").asLong() + " "
                + record.path("recordId").asText();
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
