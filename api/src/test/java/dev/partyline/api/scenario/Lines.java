package dev.partyline.api.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The line rows in users' feeds, by userId and number: these lines and no others. */
record Lines(Map<String, Map<String, Line>> byUser) implements Expectation {
    private static final Set<String> FLAGS = Set.of("assigned", "calling", "texting", "callerId", "routed");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Lines {}

    /**
     * A line row.
     *
     * @param flags all that are set: assigned, calling, texting, callerId, routed
     * @param label that of the number; null: not asked, like the following
     * @param state SYNCING, LIVE or REVOKING
     * @param changedBy the actor of the last change
     * @param changeId that change
     */
    record Line(
            Set<String> flags,
            @Nullable String label,
            @Nullable String state,
            @Nullable String changedBy,
            @Nullable String changeId) {}

    @Override
    public Lines found(Play play) {
        Map<String, Map<String, Line>> found = new TreeMap<>();
        byUser.forEach((user, asked) -> found.put(user, of(play, user, asked)));
        return new Lines(found);
    }

    /** The flags that are set in a line. */
    static Set<String> flags(JsonNode line) {
        Set<String> set = new TreeSet<>(FLAGS);
        set.removeIf(flag -> !line.path(flag).asBoolean());
        return set;
    }

    private static Map<String, Line> of(Play play, String user, Map<String, Line> asked) {
        Map<String, Line> lines = new TreeMap<>();
        for (JsonNode line : play.workspace().get("/users/" + user + "/feed").path("lines")) {
            String name = play.workspace().name(line.path("number").asText());
            lines.put(name, found(line, asked.getOrDefault(name, new Line(Set.of(), null, null, null, null))));
        }
        return lines;
    }

    private static Line found(JsonNode line, Line asked) {
        return new Line(
                flags(line),
                asked.label() == null ? null : line.path("label").asText(),
                asked.state() == null ? null : line.path("state").asText(),
                asked.changedBy() == null ? null : line.path("changedBy").asText(),
                asked.changeId() == null ? null : line.path("changeId").asText());
    }
}
