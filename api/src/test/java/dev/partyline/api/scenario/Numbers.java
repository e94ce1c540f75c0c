package dev.partyline.api.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The numbers that users have, by userId and number with the flags that are set: these numbers and no others. */
record Numbers(Map<String, Map<String, Set<String>>> byUser) implements Expectation {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Numbers {}

    @Override
    public Numbers found(Play play) {
        Map<String, Map<String, Set<String>>> found = new TreeMap<>();
        byUser.keySet().forEach(user -> found.put(user, of(play, user)));
        return new Numbers(found);
    }

    private static Map<String, Set<String>> of(Play play, String user) {
        Map<String, Set<String>> numbers = new TreeMap<>();
        for (JsonNode line : play.workspace().get("/users/" + user + "/numbers").path("numbers")) {
            numbers.put(play.workspace().name(line.path("number").asText()), Lines.flags(line));
        }
        return numbers;
    }
}
