package dev.partyline.topology.view;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the feed ahead of the tables over it, so that readers need not wait for stream threads, which have other work: one
 * thread and one consumer, of those partitions alone for which readers had to wait lately.
 */
public final class ReadAhead implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final long WANTED_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long AFTER_FAILURE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** Of all partitions together: a table that is further behind than that is waited for. */
    private static final long MOST_BYTES = 64L << 20;

    private final ViewProgress view;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Map<TopicPartition, Long> wantedAt = new ConcurrentHashMap<>();
    private final Map<TopicPartition, RowsAhead> ahead = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::run, "feed-ahead");
    private volatile boolean stopping;

    private ReadAhead(ViewProgress view, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.view = view;
        this.consumers = consumers;
    }

    /**
     * Starts it; it reads nothing until it is asked.
     *
     * @param consumers gives a consumer of what is committed, without a group
     */
    public static ReadAhead start(ViewProgress view, Supplier<Consumer<byte[], byte[]>> consumers) {
        ReadAhead ahead = new ReadAhead(view, consumers);
        ahead.thread.setDaemon(true);
        ahead.thread.start();
        return ahead;
    }

    /** The rows ahead of the table over {@code partition}; empty when it has just begun to read them, or cannot. */
    public Optional<RowsAhead> of(TopicPartition partition) {
        wantedAt.put(partition, System.nanoTime());
        RowsAhead rows = ahead.get(partition);
        if (rows == null) {
            LockSupport.unpark(thread);
        }
        return Optional.ofNullable(rows);
    }

    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        boolean interrupted = Thread.interrupted();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            if (wantedAt.isEmpty()) {
                LockSupport.parkNanos(IDLE_NANOS);
                continue;
            }
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                readWhileWanted(consumer);
            } catch (RuntimeException e) {
                LOG.warn("the feed cannot be read ahead of its tables; readers wait for these", e);
                LockSupport.parkNanos(AFTER_FAILURE_NANOS);
            } finally {
                ahead.clear();
            }
        }
    }

    private void readWhileWanted(Consumer<byte[], byte[]> consumer) {
        while (!stopping && !wantedAt.isEmpty()) {
            follow(consumer);
            if (ahead.isEmpty()) {
                LockSupport.parkNanos(POLL.toNanos()); // tables are on their way
            } else {
                read(consumer);
            }
        }
    }

    /** Begins with what is wanted, leaves what is not wanted any more, and begins anew where another table has come. */
    private void follow(Consumer<byte[], byte[]> consumer) {
        long now = System.nanoTime();
        wantedAt.values().removeIf(at -> now - at > WANTED_NANOS);
        boolean left = ahead.entrySet()
                .removeIf(each -> !wantedAt.containsKey(each.getKey())
                        || !view.of(each.getKey())
                                .filter(each.getValue()::follow)
                                .isPresent());
        Map<TopicPartition, Long> begun = new HashMap<>();
        for (TopicPartition partition : wantedAt.keySet()) {
            if (!ahead.containsKey(partition)) {
                begin(partition).ifPresent(position -> begun.put(partition, position));
            }
        }
        if (left || !begun.isEmpty()) {
            consumer.assign(ahead.keySet());
            begun.forEach(consumer::seek);
        }
    }

    /** Where it begins; empty: the table's place is not known yet. */
    private Optional<Long> begin(TopicPartition partition) {
        Optional<TableProgress> table = view.of(partition);
        OptionalLong position = table.map(TableProgress::position).orElse(OptionalLong.empty());
        if (position.isEmpty()) {
            return Optional.empty();
        }
        ahead.put(partition, new RowsAhead(table.orElseThrow(), position.getAsLong()));
        return Optional.of(position.getAsLong());
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
        long most = MOST_BYTES / ahead.size();
        ahead.forEach((partition, rows) -> {
            List<ConsumerRecord<byte[], byte[]>> more = polled.records(partition);
            next(consumer, partition, more).ifPresent(next -> rows.take(more, next));
            if (rows.bytes() > most) {
                consumer.pause(Set.of(partition));
            } else {
                consumer.resume(Set.of(partition));
            }
        });
    }

    private static OptionalLong next(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> polled) {
        try {
            return OptionalLong.of(consumer.position(partition, Duration.ZERO));
        } catch (TimeoutException e) { // it is finding its place again
            return polled.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(polled.get(polled.size() - 1).offset() + 1);
        }
    }
}
