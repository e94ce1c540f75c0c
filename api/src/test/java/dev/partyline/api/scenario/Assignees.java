package dev.partyline.api.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who is assigned now, by number. */
record Assignees(Map<String, Set<String>> byNumber) implements Expectation {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Assignees {}

    @Override
    public Assignees found(Play play) {
        Map<String, Set<String>> found = new TreeMap<>();
        byNumber.keySet().forEach(number -> found.put(number, of(play, number)));
        return new Assignees(found);
    }

    private static Set<String> of(Play play, String number) {
        return new TreeSet<>(play.workspace()
                .get("/numbers/" + play.workspace().encoded(number) + "/assignees")
                .path("assignees")
                .findValuesAsText("userId"));
    }
}
