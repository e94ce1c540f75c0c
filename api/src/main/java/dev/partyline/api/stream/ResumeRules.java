package dev.partyline.api.stream;

import dev.partyline.schemas.topic.Topics;
import java.time.Duration;
import java.util.Optional;

/** From which resume points a stream can go on without a gap. */
final class ResumeRules {
    /** Tombstones are kept for a time; clocks differ, and reading takes a while. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private ResumeRules() {}

    /**
     * What the topic holds.
     *
     * @param begin its first offset
     * @param end the offset behind what is committed
     * @param mostBehind how many offsets before the end a stream may begin
     */
    record Extent(long begin, long end, long mostBehind) {}

    /**
     * What can be said at once.
     *
     * @param owner whose feed is asked for
     * @param partition where it lies
     * @param now milliseconds since the epoch
     */
    static Optional<Refusal> refusal(ResumePoint point, FeedOwner owner, int partition, long now) {
        if (point.owner().user() != owner.user()) {
            return Optional.of(Refusal.FOREIGN);
        }
        long oldest = now - Topics.FEED_TOMBSTONES.minus(MARGIN).toMillis();
        boolean usable = !point.isOver()
                && point.owner().topic() == owner.topic()
                && point.partition() == partition
                && point.issuedAt() >= oldest;
        return usable ? Optional.empty() : Optional.of(Refusal.START_OVER);
    }

    /** What the topic's extent says. */
    static Optional<Refusal> refusal(ResumePoint point, Extent extent) {
        boolean inside = point.offset() >= extent.begin() && point.offset() <= extent.end();
        boolean near = extent.end() - point.offset() <= extent.mostBehind();
        return inside && near ? Optional.empty() : Optional.of(Refusal.START_OVER);
    }
}
