package dev.partyline.api.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What users see: by userId and recordId the letters of the reasons, A assignee, P took part, I own inbox, O owner of the
 * contact. Of each user named, these records and no others.
 */
record Feeds(Map<String, Map<String, String>> byUser) implements Expectation {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Feeds {}

    @Override
    public Feeds found(Play play) {
        Map<String, Map<String, String>> found = new TreeMap<>();
        byUser.keySet().forEach(user -> found.put(user, of(play, user)));
        return new Feeds(found);
    }

    /** A user's whole feed. */
    static JsonNode entries(Play play, String user) {
        return play.workspace().get("/users/" + user + "/feed?limit=100").path("records");
    }

    /** The letters of reasons, in their order. */
    static String letters(JsonNode reasons) {
        StringBuilder letters = new StringBuilder();
        for (JsonNode reason : reasons) {
            letters.append(
                    reason.asText().equals("CONTACT_OWNER")
                            ? 'O'
                            : reason.asText().charAt(0));
        }
        return letters.toString();
    }

    private static Map<String, String> of(Play play, String user) {
        Map<String, String> records = new TreeMap<>();
        for (JsonNode entry : entries(play, user)) {
            records.merge(
                    entry.path("record").path("recordId").asText(),
                    letters(entry.path("reasons")),
                    (one, other) -> one + " and once more " + other);
        }
        return records;
    }
}
