package dev.partyline.api.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Why a user sees a record, or does not.
 *
 * @param reasons letters, as in feeds
 * @param rules whether these rules hold; others are not asked
 * @param remedies what would have to change, and who may change it; null: not asked
 */
record Explain(
        String user,
        String record,
        Boolean visible,
        String reasons,
        Map<String, Boolean> rules,
        @Nullable Map<String, Set<String>> remedies)
        implements Expectation {

    @Override
    public Explain found(Play play) {
        JsonNode identity = play.record(record);
        String number = play.workspace().name(identity.path("number").asText());
        JsonNode answer = play.workspace()
                .get("/users/" + user + "/records/" + record + "/explain?number="
                        + play.workspace().encoded(number) + "&startedAt="
                        + identity.path("startedAt").asText());
        return new Explain(
                answer.path("user").asText(),
                answer.path("record").path("recordId").asText(),
                answer.path("visible").asBoolean(),
                Feeds.letters(answer.path("reasons")),
                rules(answer),
                remedies == null ? null : remedies(answer));
    }

    private Map<String, Boolean> rules(JsonNode answer) {
        Map<String, Boolean> found = new TreeMap<>();
        for (JsonNode rule : answer.path("rules")) {
            if (rules.containsKey(rule.path("rule").asText())) {
                found.put(rule.path("rule").asText(), rule.path("holds").asBoolean());
            }
        }
        return found;
    }

    private static Map<String, Set<String>> remedies(JsonNode answer) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (JsonNode remedy : answer.path("remedies")) {
            Set<String> members = new TreeSet<>();
            remedy.path("by").path("members").forEach(member -> members.add(member.asText()));
            found.put(remedy.path("change").asText(), members);
        }
        return found;
    }
}
