package dev.partyline.api.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What users' feeds were told of a line in the course of the scenario, by userId and number: the states of its row one
 * after another, each with "by" whom where somebody asked for the change, and GONE where the row was taken away.
 */
record Told(Map<String, Map<String, List<String>>> byUser) implements Expectation {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Told {}

    @Override
    public Told found(Play play) {
        Map<String, Map<String, List<String>>> found = new TreeMap<>();
        byUser.forEach((user, lines) -> {
            Map<String, List<String>> told = new TreeMap<>();
            lines.keySet().forEach(number -> told.put(number, play.told(user, number)));
            found.put(user, told);
        });
        return new Told(found);
    }
}
