package dev.partyline.topology.history;

import dev.partyline.model.Expected;
import dev.partyline.model.LoggedChange;
import dev.partyline.model.NaiveModel;
import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.FeedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds what an engine has written to its topics, once at rest, against the model. For tests that run the engine whole:
 * there is no telling what it had seen at which moment, only what must have come of it.
 */
public final class TopicsVerdict {
    private final NaiveModel model;
    private final Map<String, List<String>> mustDecide = new TreeMap<>();
    private final Map<String, List<String>> decided = new TreeMap<>();
    private final Findings findings;
    private final FeedLog feed;

    /**
     * @param played what was published: each workspace's changes in the log's order with the broker's append times
     */
    public TopicsVerdict(History played) {
        Judge judge = Judge.of(played);
        this.model = judge.model();
        this.findings = judge.findings();
        this.feed = judge.feed();
        for (LoggedChange logged : played.changes()) {
            String expected = model.change(logged).textFor(logged.change());
            mustDecide
                    .computeIfAbsent(logged.workspaceId(), unused -> new ArrayList<>())
                    .add(expected);
        }
        played.records().forEach(model::record);
    }

    /** The next committed decision of its workspace. */
    public void decision(ChangeDecision decision) {
        decided.computeIfAbsent(decision.getWorkspaceId(), unused -> new ArrayList<>())
                .add(Expected.textOf(decision));
    }

    /** The next committed row of its user's feed; {@code entry} null: a tombstone. */
    public void feedRow(String key, @Nullable FeedEntry entry) {
        feed.append(key, entry);
    }

    /** All that is wrong if this is all that the engine writes, with the history to replay; call it once. */
    public List<String> wrong() {
        compareKeys("decisions of", mustDecide, decided);
        compareKeys("feed", model.feed(), feed.rows());
        compareKeys("shown", model.recordRows(), feed.shown());
        return findings.wrong();
    }

    /** What was found wrong, and the history with its seed. */
    @Override
    public String toString() {
        return findings.toString();
    }

    private <V> void compareKeys(String what, Map<String, V> expected, Map<String, V> found) {
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        for (String key : keys) {
            findings.compare(
                    what + " " + key,
                    expected.containsKey(key) ? expected.get(key) : "absent",
                    found.containsKey(key) ? found.get(key) : "absent");
        }
    }
}
