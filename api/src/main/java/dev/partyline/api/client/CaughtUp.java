package dev.partyline.api.client;

import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Waits, from outside and through Kafka alone, until the engine has caught up: its group has no lag, the feeds have been
 * quiet for a moment, and no line row of the workspace says SYNCING or REVOKING.
 */
public final class CaughtUp implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final EngineLag lag;
    private final Offsets offsets;
    private final FeedReader feeds;
    private final String feedTopic;
    private final String workspaceId;

    /** Reads the feeds with {@code feeds}, which stays the caller's to close. */
    public CaughtUp(Connection connection, FeedReader feeds, String workspaceId) {
        this.lag = new EngineLag(connection);
        this.offsets = new Offsets(connection.admin());
        this.feeds = feeds;
        this.feedTopic = connection.topics().feed().name();
        this.workspaceId = workspaceId;
    }

    /**
     * Waits until the engine has caught up; the feeds are then folded to their end.
     *
     * @param looks told, at every look, how many events the engine has still to take in
     * @return when the engine was done, by {@link System#nanoTime}: the feeds have not changed since
     */
    public long await(LongConsumer looks) throws InterruptedException {
        long end = -1;
        long since = System.nanoTime();
        while (!Thread.interrupted()) {
            long behind = lag.behind();
            long now = offsets.end(List.of(feedTopic));
            looks.accept(behind);
            if (behind > 0 || now != end) {
                end = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since >= QUIET.toNanos() && settled(end)) {
                return since;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        throw new InterruptedException("while the engine was catching up");
    }

    @Override
    public void close() {
        lag.close();
        offsets.close();
    }

    private boolean settled(long end) {
        feeds.advance();
        return pendingLines() == 0 && offsets.end(List.of(feedTopic)) == end && lag.behind() == 0;
    }

    private long pendingLines() {
        return feeds.fold().users(workspaceId).stream()
                .flatMap(user -> feeds.fold().lines(workspaceId, user).stream())
                .map(LineState::getState)
                .filter(state -> state == LineStatus.SYNCING || state == LineStatus.REVOKING)
                .count();
    }
}
