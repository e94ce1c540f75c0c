package dev.partyline.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A user's app that reads pages and streams, a step at a time; told to by a test, which may cut it off at any step. */
final class Follower {
    private final StreamUser user;
    private final Source source;
    private final Random random;
    private final Consumer<SseText> watch;
    private final InboxApp app = new InboxApp();
    private Optional<CompletableFuture<FeedStream>> stream = Optional.empty();
    private @Nullable ResumePoint resume;
    private long handOvers;
    private long startedOver;

    /** @param watch is shown every event before the app takes it */
    Follower(StreamUser user, Source source, Random random, Consumer<SseText> watch) {
        this.user = user;
        this.source = source;
        this.random = random;
        this.watch = watch;
    }

    /** Where pages and streams come from. */
    interface Source {
        /** @param after where the page before ended; empty: this is the first */
        Page page(StreamUser user, String after, int limit);

        CompletableFuture<FeedStream> open(StreamUser user, ResumePoint point);
    }

    /**
     * A page.
     *
     * @param point where a stream goes on
     * @param next where the next page begins; empty: there is none
     */
    record Page(List<JsonNode> records, List<JsonNode> lines, ResumePoint point, String next) {}

    InboxApp app() {
        return app;
    }

    /** How often it went from a page or a point on to a stream. */
    long handOvers() {
        return handOvers;
    }

    /** How often it was told to start over. */
    long startedOver() {
        return startedOver;
    }

    /** Whether it has taken all rows before an offset. */
    boolean hasReached(long offset) {
        return stream.isPresent() && resume != null && resume.offset() >= offset;
    }

    /** Begins to stream, if it does not; from a page, if it has no point to go on from. */
    void connect() {
        if (stream.isEmpty()) {
            ResumePoint from = resume == null ? pages() : resume;
            resume = from;
            handOvers++;
            stream = Optional.of(source.open(user, ResumePoint.parse(from.toString())));
        }
    }

    /** Takes some events. Answers whether there was nothing more, in a stream that goes on. */
    boolean take(int most) {
        if (stream.map(CompletableFuture::isCompletedExceptionally).orElse(false)) {
            startedOver++;
            forget();
            return false;
        }
        return stream.filter(CompletableFuture::isDone)
                .map(open -> take(open.join(), most))
                .orElse(false);
    }

    /** Is cut off, also from a stream that is only about to open. */
    void cut() {
        stream.ifPresent(opening -> opening.thenAccept(FeedStream::close));
        stream = Optional.empty();
    }

    void forget() {
        cut();
        resume = null;
    }

    private boolean take(FeedStream open, int most) {
        for (int i = 0; i < most; i++) {
            String text = open.next();
            if (text == null) {
                if (open.isOver()) {
                    cut();
                }
                return stream.isPresent();
            }
            SseText event = SseText.parse(text);
            watch.accept(event);
            resume = ResumePoint.parse(event.id());
            if (!app.take(event)) {
                startedOver++;
                forget();
                return false;
            }
        }
        return false;
    }

    private ResumePoint pages() {
        int limit = 1 + random.nextInt(4);
        app.forget();
        Page page = source.page(user, "", limit);
        app.page(page.records(), page.lines());
        ResumePoint point = page.point();
        while (!page.next().isEmpty()) {
            page = source.page(user, page.next(), limit);
            app.page(page.records(), page.lines());
            point = page.point().and(ResumePoint.parse(point.toString()));
        }
        return point;
    }
}
