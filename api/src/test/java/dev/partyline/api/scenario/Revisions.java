package dev.partyline.api.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** In which revision users see the records of their feeds, by userId and recordId: all of them. */
record Revisions(Map<String, Map<String, Integer>> byUser) implements Expectation {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Revisions {}

    @Override
    public Revisions found(Play play) {
        Map<String, Map<String, Integer>> found = new TreeMap<>();
        byUser.keySet().forEach(user -> found.put(user, of(play, user)));
        return new Revisions(found);
    }

    private static Map<String, Integer> of(Play play, String user) {
        Map<String, Integer> records = new TreeMap<>();
        for (JsonNode entry : Feeds.entries(play, user)) {
            JsonNode record = entry.path("record");
            records.put(
                    record.path("recordId").asText(), record.path("revision").asInt());
        }
        return records;
    }
}
