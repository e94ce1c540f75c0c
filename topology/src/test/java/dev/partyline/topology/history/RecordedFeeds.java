package dev.partyline.topology.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the engine's stages write to the feed for invented histories, in the order in which consumers get it. */
public final class RecordedFeeds implements AutoCloseable {
    private final StagesPool pool;

    public RecordedFeeds(Path stateDirectory) {
        this.pool = new StagesPool(stateDirectory);
    }

    /**
     * The rows of the history of a seed.
     *
     * @throws AssertionError when they do not come to what the model says
     */
    public List<FeedMessage> of(long seed) {
        History history = HistoryGenerator.of(seed);
        List<FeedMessage> rows = new ArrayList<>();
        Findings findings = pool.play(history.slice(), stages -> {
            HistoryRun run = new HistoryRun(history, stages, Fault.NONE);
            Findings found = run.play();
            rows.addAll(run.log());
            return found;
        });
        if (!findings.wrong().isEmpty()) {
            throw new AssertionError(findings.toString());
        }
        return rows;
    }

    @Override
    public void close() {
        pool.close();
    }
}
