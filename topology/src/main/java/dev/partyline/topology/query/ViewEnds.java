package dev.partyline.topology.query;

import dev.partyline.topology.view.TableProgress;
import dev.partyline.topology.view.ViewProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/** Reads the view's tables of this instance at the committed end of their partitions, or not at all. */
final class ViewEnds implements FeedPlaces {
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final int TRIES = 20;

    private final ViewProgress progress;
    private final ToLongFunction<TopicPartition> ends;
    private final Duration patience;

    /**
     * @param ends where a partition ends for readers of what is committed, as of the call
     * @param patience how long a table may take to come there
     */
    ViewEnds(ViewProgress progress, ToLongFunction<TopicPartition> ends, Duration patience) {
        this.progress = progress;
        this.ends = ends;
        this.patience = patience;
    }

    /**
     * Reads when the table holds all that was committed before this call.
     *
     * @throws NotReadyException when it does not in time, or moves away meanwhile
     */
    <T> T atEnd(TopicPartition partition, Supplier<T> reading) {
        TableProgress table = table(partition);
        await(table, ends.applyAsLong(partition));
        T answer = reading.get();
        if (table != table(partition)) {
            throw behind(); // the table was moved, and came back holding less
        }
        return answer;
    }

    /** Reads until no row of the user has come in between; to be called {@link #atEnd}. */
    @Override
    public <T> T exactly(TopicPartition partition, String user, LongFunction<T> reading) {
        TableProgress table = table(partition);
        for (int i = 0; i < TRIES; i++) {
            long position = table.position().orElseThrow(ViewEnds::behind);
            T answer = reading.apply(position);
            if (table.lastOf(user) < position) {
                return answer;
            }
            LockSupport.parkNanos(LOOK_NANOS); // many rows may be on their way into the table at once
        }
        throw new NotReadyException("the feed changes faster than it can be read; ask again in a moment");
    }

    private void await(TableProgress table, long end) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!holds(table.position(), end)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw behind();
            }
            LockSupport.parkNanos(LOOK_NANOS);
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
}
