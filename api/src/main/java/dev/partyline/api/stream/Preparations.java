package dev.partyline.api.stream;

import dev.partyline.api.stream.Histories.Stretch;
import dev.partyline.api.stream.Opening.Prepared;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Looks up what a stream needs before it can join the tail, off the tail's thread. */
final class Preparations {
    private final Heads heads;
    private final Histories histories;
    private final StreamSettings settings;
    private final Executor executor;

    Preparations(Heads heads, Histories histories, StreamSettings settings, Executor executor) {
        this.heads = heads;
        this.histories = histories;
        this.settings = settings;
        this.executor = executor;
    }

    /**
     * Begins to look up.
     *
     * @param tail where the tail is: it will keep what it passes from there on
     * @param recent the user's rows from the point to go on from to there, if they are still in memory
     */
    CompletableFuture<Prepared> begin(Opening opening, long tail, Optional<List<FeedRow>> recent) {
        return CompletableFuture.supplyAsync(() -> prepare(opening, tail, recent), executor);
    }

    /** The failure itself, not what wraps it. */
    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
    }

    private Prepared prepare(Opening opening, long tail, Optional<List<FeedRow>> recent) {
        FeedHead head = heads.of(opening.user());
        // After the head, so that it holds nothing that lies behind this end.
        ResumeRules.Extent extent = histories.extent(opening.partition(), settings.mostBehind());
        opening.resume().flatMap(point -> ResumeRules.refusal(point, extent)).ifPresent(refusal -> {
            throw new StreamRefusedException(refusal);
        });
        List<FeedRow> history = recent.orElseGet(() -> history(opening, tail));
        return new Prepared(head, extent.end(), history);
    }

    private List<FeedRow> history(Opening opening, long tail) {
        return opening.resume()
                .filter(point -> point.offset() < tail)
                .map(point -> new Stretch(
                        opening.partition(),
                        point.offset(),
                        tail,
                        opening.user().key()))
                .map(stretch -> histories.read(stretch, settings.catchUpBytes()))
                .orElse(List.of());
    }
}
