package dev.partyline.api.stream;

import java.util.HashMap;
import java.util.Map;

/** Reads the text of an event as a client does. */
record SseText(String name, String id, String data) {
    static SseText parse(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String line : text.split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return new SseText(
                fields.getOrDefault("event", ""), fields.getOrDefault("id", ""), fields.getOrDefault("data", ""));
    }
}
