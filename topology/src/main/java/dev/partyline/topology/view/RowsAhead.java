package dev.partyline.topology.view;

import dev.partyline.schemas.Keys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one partition that its table does not hold yet, as far as they have been read. Written by one thread, read by
 * many.
 */
public final class RowsAhead {
    /** What a row takes on the heap beside its key and value, by estimate. */
    private static final int OVERHEAD_BYTES = 200;

    private final TableProgress table;
    private final Deque<Row> rows = new ArrayDeque<>();
    private final Map<String, NavigableMap<String, Row>> byUser = new HashMap<>();
    private long position;
    private long bytes;

    /** @param position from where on it will be given rows; the table holds all before */
    RowsAhead(TableProgress table, long position) {
        this.table = table;
        this.position = position;
    }

    private record Row(String user, String key, long offset, Optional<byte[]> value, int bytes) {
        static Row of(ConsumerRecord<byte[], byte[]> row) {
            String key = new String(row.key(), StandardCharsets.UTF_8);
            byte @Nullable [] value = row.value();
            int bytes = OVERHEAD_BYTES + 2 * row.key().length + (value == null ? 0 : value.length);
            return new Row(Keys.userOf(key), key, row.offset(), Optional.ofNullable(value), bytes);
        }
    }

    /**
     * A user's rows that the table may not hold yet.
     *
     * @param position an offset: together with these rows the table holds all of the user's before it
     * @param rows by their key; empty: the row is gone
     */
    public record OfUser(long position, NavigableMap<String, Optional<byte[]>> rows) {
        /** What a table says that has come to {@code position} itself. */
        public static OfUser none(long position) {
            return new OfUser(position, Collections.emptyNavigableMap());
        }
    }

    /** Whether these rows follow what this table holds: one that moved away and came back may hold less. */
    public boolean follow(TableProgress progress) {
        return table == progress;
    }

    /**
     * A user's rows, when all before {@code end} have been read.
     *
     * @param atMostMillis how long to wait for that
     * @return empty: they have not been read in time
     */
    public synchronized Optional<OfUser> of(String user, long end, long atMostMillis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(atMostMillis);
        while (position < end) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return Optional.empty();
            }
            wait(left);
        }
        NavigableMap<String, Optional<byte[]>> found = new TreeMap<>();
        byUser.getOrDefault(user, Collections.emptyNavigableMap()).forEach((key, row) -> found.put(key, row.value()));
        return Optional.of(new OfUser(position, found));
    }

    /** Takes the rows that follow, all there are before {@code next}; and forgets those that the table holds by now. */
    void take(List<ConsumerRecord<byte[], byte[]>> polled, long next) {
        append(polled.stream().map(Row::of).toList(), next);
    }

    private synchronized void append(List<Row> more, long next) {
        more.forEach(this::add);
        position = next;
        forget(table.position().orElse(0));
        notifyAll();
    }

    /** What the rows take on the heap, by estimate. */
    synchronized long bytes() {
        return bytes;
    }

    private void add(Row row) {
        rows.add(row);
        bytes += row.bytes();
        byUser.computeIfAbsent(row.user(), user -> new TreeMap<>()).put(row.key(), row);
    }

    private void forget(long held) {
        for (Row row = rows.peek(); row != null && row.offset() < held; row = rows.peek()) {
            rows.remove();
            bytes -= row.bytes();
            NavigableMap<String, Row> ofUser = byUser.get(row.user());
            if (ofUser != null && ofUser.get(row.key()) == row) {
                ofUser.remove(row.key());
                byUser.computeIfPresent(row.user(), (user, left) -> left.isEmpty() ? null : left);
            }
        }
    }
}
