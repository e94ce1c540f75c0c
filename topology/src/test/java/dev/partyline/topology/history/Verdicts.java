package dev.partyline.topology.history;

import dev.partyline.model.FeedText;
import dev.partyline.model.NaiveDirectory;
import dev.partyline.model.NaiveModel;
import dev.partyline.model.NaiveRecords.Identity;
import dev.partyline.model.NaiveSight;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schemas.Keys;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Holds what the stages have told against the model: on the way, and at rest. */
final class Verdicts {
    private final NaiveModel model;
    private final Stages stages;
    private final FeedLog feed;
    private final Findings findings;
    private final long deadLettersBefore;

    Verdicts(Judge judge, Stages stages) {
        this.model = judge.model();
        this.feed = judge.feed();
        this.findings = judge.findings();
        this.stages = stages;
        this.deadLettersBefore = stages.deadLetters();
    }

    /** A live event is decided by the newest accesses that have arrived, wherever a walk has come to. */
    void live(Identity identity, Arrived arrived) {
        String workspaceId = identity.workspaceId();
        NumberAccess newest = arrived.access(workspaceId, identity.number());
        NaiveDirectory then = model.directoryAsOf(workspaceId, newest == null ? 0 : newest.getVersion());
        Map<String, String> expected = new TreeMap<>();
        model.records()
                .latest(identity)
                .map(record -> model.recordRows(identity, new NaiveSight(then, arrived.of(record))))
                .ifPresent(expected::putAll);
        String position = Keys.position(identity.startedAt(), identity.recordId());
        findings.compare(
                "live rows of " + identity, expected, feed.rowsOfRecord(workspaceId, position, identity.number()));
    }

    /** An access has just been applied: every line row of the number says so already, whatever is still to be walked. */
    void lines(NumberAccess newest) {
        String workspaceId = newest.getWorkspaceId();
        String number = newest.getNumber();
        NaiveDirectory then = model.directoryAsOf(workspaceId, newest.getVersion());
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        for (String userId : then.members().keySet()) {
            String line = FeedText.granted(then, number, userId);
            expected.put(userId, line);
            found.put(userId, feed.lineText(Keys.ofFeedLine(workspaceId, userId, number)));
        }
        findings.compare("line rows of " + number + " at " + newest.getVersion(), expected, found);
    }

    /** Everything has been delivered and walked. */
    void atRest() {
        Map<String, String> folded = feed.rows();
        compare("feed", model.feed(), folded);
        compare("shown", model.recordRows(), feed.shown());
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
