package dev.partyline.api.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * The workspace's members.
 *
 * @param count how many there are, as the API counts them
 * @param are their roles, by userId: these members and no others, removed ones left out
 */
record Members(Integer count, Map<String, String> are) implements Expectation {
    @Override
    public Members found(Play play) {
        JsonNode answer = play.workspace().get("/members?limit=100");
        Map<String, String> found = new TreeMap<>();
        for (JsonNode member : answer.path("members")) {
            if (!member.path("removed").asBoolean()) {
                found.put(member.path("userId").asText(), member.path("role").asText());
            }
        }
        return new Members(answer.path("count").asInt(), found);
    }
}
