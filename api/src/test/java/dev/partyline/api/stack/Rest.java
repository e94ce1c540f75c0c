package dev.partyline.api.stack;

import dev.partyline.api.client.EngineLag;
import dev.partyline.model.LoggedChange;
import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.FeedEntry;
import dev.partyline.topology.history.History;
import dev.partyline.topology.history.TopicsVerdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until an installation is at rest, and holds what its topics say against the model. */
public final class Rest implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(120);
    private static final Duration QUIET = Duration.ofMillis(400);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final EngineLag lag;
    private final OpenWork openWork;
    private final TopicRows<DirectoryChange> changes;
    private final TopicRows<ChangeDecision> decisions;
    private final TopicRows<FeedEntry> feed;

    public Rest(EngineSetup setup) {
        lag = new EngineLag(setup.connection());
        openWork = new OpenWork(setup);
        changes = new TopicRows<>(setup, setup.topics().changes());
        decisions = new TopicRows<>(setup, setup.topics().decisions());
        feed = new TopicRows<>(setup, setup.topics().feed());
    }

    /**
     * Returns when all is taken in, nothing that was begun is left, and nothing more has been told for a moment.
     *
     * @param idle whether the engines process, and walk nothing
     */
    public void await(BooleanSupplier idle) {
        long begin = System.nanoTime();
        long since = begin;
        long told = -1;
        while (System.nanoTime() - since < QUIET.toNanos()) {
            if (System.nanoTime() - begin > DEADLINE.toNanos()) {
                throw new AssertionError("no rest after " + DEADLINE + ": " + lag.behind() + " events to be taken in, "
                        + openWork.now() + " to be done");
            }
            long now = decisions.toTheEnd().size() + feed.toTheEnd().size();
            if (now != told
                    || !idle.getAsBoolean()
                    || lag.behind() > 0
                    || !openWork.now().isEmpty()) {
                told = now;
                since = System.nanoTime();
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** What the topics say; the history as it was published, but for the append times, which the broker's log knows. */
    public TopicsVerdict verdict(History published) {
        List<LoggedChange> log = changes.toTheEnd().stream()
                .map(row -> new LoggedChange(row.value(), row.timestamp()))
                .toList();
        TopicsVerdict verdict = new TopicsVerdict(new History(published.seed(), log, published.records()));
        decisions.toTheEnd().forEach(row -> verdict.decision(row.value()));
        feed.toTheEnd().forEach(row -> verdict.feedRow(row.key(), row.value()));
        return verdict;
    }

    @Override
    public void close() {
        lag.close();
        openWork.close();
        changes.close();
        decisions.close();
        feed.close();
    }
}
