package dev.partyline.api.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who was assigned when, by number and userId: intervals such as T+1m..T+5m, or T+1m.. while it holds. */
record Intervals(Map<String, Map<String, List<String>>> byNumber) implements Expectation {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Intervals {}

    @Override
    public Intervals found(Play play) {
        Map<String, Map<String, List<String>>> found = new TreeMap<>();
        byNumber.keySet().forEach(number -> found.put(number, of(play, number)));
        return new Intervals(found);
    }

    private static Map<String, List<String>> of(Play play, String number) {
        Map<String, List<String>> users = new TreeMap<>();
        String path = "/numbers/" + play.workspace().encoded(number) + "/history";
        for (JsonNode user : play.workspace().get(path).path("users")) {
            List<String> intervals = new ArrayList<>();
            user.path("intervals").forEach(interval -> intervals.add(text(play.times(), interval)));
            users.put(user.path("userId").asText(), intervals);
        }
        return users;
    }

    private static String text(Times times, JsonNode interval) {
        JsonNode to = interval.path("to");
        return times.text(interval.path("from").asLong()) + ".." + (to.isNull() ? "" : times.text(to.asLong()));
    }
}
