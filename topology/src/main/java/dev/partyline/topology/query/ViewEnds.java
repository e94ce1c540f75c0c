package dev.partyline.topology.query;

import dev.partyline.topology.view.RowsAhead;
import dev.partyline.topology.view.RowsAhead.OfUser;
import dev.partyline.topology.view.TableProgress;
import dev.partyline.topology.view.ViewProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the view's tables of this instance at the committed end of their partitions, or not at all. */
final class ViewEnds implements FeedPlaces {
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long LOOK_MILLIS = 10;
    private static final int TRIES = 20;

    private final ViewProgress progress;
    private final ToLongFunction<TopicPartition> ends;
    private final Function<TopicPartition, Optional<RowsAhead>> ahead;
    private final Duration patience;

    /**
     * Tables of one instance.
     *
     * @param ends where a partition ends for readers of what is committed, as of the call
     * @param ahead the feed's rows that its tables do not hold yet
     * @param patience how long a table may take to come to the end
     */
    ViewEnds(
            ViewProgress progress,
            ToLongFunction<TopicPartition> ends,
            Function<TopicPartition, Optional<RowsAhead>> ahead,
            Duration patience) {
        this.progress = progress;
        this.ends = ends;
        this.ahead = ahead;
        this.patience = patience;
    }

    /**
     * Reads when the table holds all that was committed before this call.
     *
     * @throws NotReadyException when it does not in time, or moves away meanwhile
     */
    <T> T atEnd(TopicPartition partition, Supplier<T> reading) {
        TableProgress table = table(partition);
        long end = ends.applyAsLong(partition);
        Patience left = new Patience();
        while (!holds(table.position(), end)) {
            left.check();
            LockSupport.parkNanos(LOOK_NANOS);
        }
        T answer = reading.get();
        checkStillThere(partition, table);
        return answer;
    }

    /**
     * As {@link #atEnd}, of the table or of what was read ahead of it, whichever is there first; and until no row of the user
     * has come into the table in between.
     */
    @Override
    public <T> T exactly(
            TopicPartition partition, String user, ReadOnlyKeyValueStore<String, byte[]> table, Reading<T> reading) {
        TableProgress at = table(partition);
        long end = ends.applyAsLong(partition);
        for (int i = 0; i < TRIES; i++) {
            OfUser later = later(partition, at, user, end);
            T answer = reading.of(new LatestRows(table, later.rows()), later.position());
            checkStillThere(partition, at);
            if (at.lastOf(user) < later.position()) {
                return answer;
            }
            LockSupport.parkNanos(LOOK_NANOS); // many rows may be on their way into the table at once
        }
        throw new NotReadyException("the feed changes faster than it can be read; ask again in a moment");
    }

    /** What the table lacks of the user's rows before {@code end}, or before a later offset. */
    private OfUser later(TopicPartition partition, TableProgress table, String user, long end) {
        Patience left = new Patience();
        while (true) {
            OptionalLong position = table.position();
            if (holds(position, end)) {
                return OfUser.none(position.getAsLong());
            }
            left.check();
            Optional<RowsAhead> rows = ahead.apply(partition).filter(each -> each.follow(table));
            if (rows.isEmpty()) {
                LockSupport.parkNanos(LOOK_NANOS);
                continue;
            }
            Optional<OfUser> found = of(rows.get(), user, end);
            if (found.isPresent()) {
                return found.get();
            }
        }
    }

    private static Optional<OfUser> of(RowsAhead rows, String user, long end) {
        try {
            return rows.of(user, end, LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw behind();
        }
    }

    private void checkStillThere(TopicPartition partition, TableProgress table) {
        if (table != table(partition)) {
            throw behind(); // the table was moved, and came back holding less
        }
    }

    private static boolean holds(OptionalLong position, long end) {
        return position.isPresent() && position.getAsLong() >= end;
    }

    private TableProgress table(TopicPartition partition) {
        Optional<TableProgress> table = progress.of(partition);
        return table.orElseThrow(ViewEnds::behind);
    }

    private static NotReadyException behind() {
        return new NotReadyException("the view has not come to the committed end; ask again in a moment");
    }

    /** How long one reader waits. */
    private final class Patience {
        private final long deadline = System.nanoTime() + patience.toNanos();

        void check() {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                throw behind();
            }
        }
    }
}
