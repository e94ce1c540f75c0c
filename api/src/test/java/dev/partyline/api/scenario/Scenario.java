package dev.partyline.api.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One case of a scenario file.
 *
 * @param file the file's name
 * @param ids rows of {@code docs/rules.md} that it shows
 * @param policy what the workspace's policy is set to, as the API takes it
 * @param numbers the numbers by the short names that the file uses
 * @param given changes that took place before, all of them accepted
 */
record Scenario(
        String file,
        List<String> ids,
        String title,
        JsonNode policy,
        Map<String, String> numbers,
        List<Changes.Change> given,
        List<Step> steps) {
    /** The ids and the title: the name of its test. */
    @Override
    public String toString() {
        return String.join(", ", ids) + ": " + title;
    }
}
