package dev.partyline.api.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All records of a number, as operators see them: by number the ids, newest first. */
record NumberRecords(Map<String, List<String>> byNumber) implements Expectation {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    NumberRecords {}

    @Override
    public NumberRecords found(Play play) {
        Map<String, List<String>> found = new TreeMap<>();
        byNumber.keySet().forEach(number -> found.put(number, of(play, number)));
        return new NumberRecords(found);
    }

    private static List<String> of(Play play, String number) {
        return play.workspace()
                .get("/numbers/" + play.workspace().encoded(number) + "/records?limit=100")
                .path("records")
                .findValuesAsText("recordId");
    }
}
