package dev.partyline.topology.history;

import dev.partyline.schemas.Keys;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Holds what has come to rest against the model: the folded feed, and the readers' tables. */
final class Verdicts {
    private final NaiveModel model;
    private final Stages stages;
    private final Findings findings;
    private final long deadLettersBefore;

    Verdicts(NaiveModel model, Stages stages, Findings findings) {
        this.model = model;
        this.stages = stages;
        this.findings = findings;
        this.deadLettersBefore = stages.deadLetters();
    }

    /** @param folded the feed as its consumers have it */
    void atRest(Map<String, String> folded) {
        compare("feed", model.feed(), folded);
        compare("table user-feed", folded, table(folded.keySet()));
        model.workspaces().forEach(this::checkUserNumbers);
        findings.compare("dead letters", deadLettersBefore, stages.deadLetters());
    }

    private void checkUserNumbers(String workspaceId) {
        NaiveDirectory directory = model.directory(workspaceId);
        for (String userId : directory.members().keySet()) {
            byte[] value = stages.userNumbers().get(Keys.ofUser(workspaceId, userId));
            String found =
                    value == null ? "absent" : AccessText.of(stages.values().userAccess(value));
            findings.compare(
                    "table user-numbers of " + workspaceId + "|" + userId, AccessText.ofUser(directory, userId), found);
        }
    }

    private Map<String, String> table(Set<String> keys) {
        Map<String, String> rows = new TreeMap<>();
        Set<String> workspaces = new TreeSet<>(model.workspaces());
        keys.forEach(key -> workspaces.add(key.substring(0, key.indexOf('|'))));
        KeyValueStore<String, byte[]> table = stages.userFeed();
        for (String workspaceId : workspaces) {
            try (KeyValueIterator<String, byte[]> range = table.range(workspaceId + "|", workspaceId + "}")) {
                range.forEachRemaining(
                        row -> rows.put(row.key, FeedText.of(stages.values().entry(row.value))));
            }
        }
        return rows;
    }

    private void compare(String what, Map<String, String> expected, Map<String, String> found) {
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        for (String key : keys) {
            findings.compare(what + " " + key, expected.getOrDefault(key, "absent"), found.getOrDefault(key, "absent"));
        }
    }
}
