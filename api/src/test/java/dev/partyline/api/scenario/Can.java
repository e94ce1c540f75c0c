package dev.partyline.api.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** On which of their numbers users may do something, by userId and action. */
record Can(Map<String, Map<String, Set<String>>> byUser) implements Expectation {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Can {}

    @Override
    public Can found(Play play) {
        Map<String, Map<String, Set<String>>> found = new TreeMap<>();
        byUser.forEach((user, actions) -> {
            Map<String, Set<String>> numbers = new TreeMap<>();
            actions.keySet().forEach(action -> numbers.put(action, of(play, user, action)));
            found.put(user, numbers);
        });
        return new Can(found);
    }

    private static Set<String> of(Play play, String user, String action) {
        Set<String> numbers = new TreeSet<>();
        for (JsonNode line : play.workspace()
                .get("/users/" + user + "/numbers?can=" + action)
                .path("numbers")) {
            numbers.add(play.workspace().name(line.path("number").asText()));
        }
        return numbers;
    }
}
