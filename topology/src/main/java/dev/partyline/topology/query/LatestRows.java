package dev.partyline.topology.query;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** A table as it will be when later rows have come into it. Of keys in ASCII, whose order is their bytes' order. */
final class LatestRows implements ReadOnlyKeyValueStore<String, byte[]> {
    private final ReadOnlyKeyValueStore<String, byte[]> table;
    private final NavigableMap<String, Optional<byte[]>> later;

    /** @param later by their key; empty: the row is gone */
    LatestRows(ReadOnlyKeyValueStore<String, byte[]> table, NavigableMap<String, Optional<byte[]>> later) {
        this.table = table;
        this.later = later;
    }

    @Override
    public byte @Nullable [] get(String key) {
        Optional<byte[]> row = later.get(key);
        return row == null ? table.get(key) : row.orElse(null);
    }

    @Override
    public KeyValueIterator<String, byte[]> range(String from, String to) {
        boolean none = from.compareTo(to) > 0;
        Iterator<Map.Entry<String, Optional<byte[]>>> more = none
                ? Map.<String, Optional<byte[]>>of().entrySet().iterator()
                : later.subMap(from, true, to, true).entrySet().iterator();
        return new Merged(table.range(from, to), more);
    }

    @Override
    public KeyValueIterator<String, byte[]> all() {
        return new Merged(table.all(), later.entrySet().iterator());
    }

    @Override
    public long approximateNumEntries() {
        return table.approximateNumEntries() + later.size();
    }

    /** Both in the order of their keys; of one key the later row. */
    private static final class Merged implements KeyValueIterator<String, byte[]> {
        private final KeyValueIterator<String, byte[]> rows;
        private final Iterator<Map.Entry<String, Optional<byte[]>>> later;
        private Map.@Nullable Entry<String, Optional<byte[]>> nextLater;
        private @Nullable KeyValue<String, byte[]> next;

        Merged(KeyValueIterator<String, byte[]> rows, Iterator<Map.Entry<String, Optional<byte[]>>> later) {
            this.rows = rows;
            this.later = later;
            this.nextLater = afterThis();
            this.next = find();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public String peekNextKey() {
            return there().key;
        }

        @Override
        public KeyValue<String, byte[]> next() {
            KeyValue<String, byte[]> found = there();
            next = find();
            return found;
        }

        @Override
        public void close() {
            rows.close();
        }

        private KeyValue<String, byte[]> there() {
            if (next == null) {
                throw new NoSuchElementException("no row is left");
            }
            return next;
        }

        private @Nullable KeyValue<String, byte[]> find() {
            while (nextLater != null) {
                int order = rows.hasNext() ? rows.peekNextKey().compareTo(nextLater.getKey()) : 1;
                if (order < 0) {
                    return rows.next();
                }
                if (order == 0) {
                    rows.next(); // it is no more
                }
                Map.Entry<String, Optional<byte[]>> row = nextLater;
                nextLater = afterThis();
                if (row.getValue().isPresent()) {
                    return KeyValue.pair(row.getKey(), row.getValue().get());
                }
            }
            return rows.hasNext() ? rows.next() : null;
        }

        private Map.@Nullable Entry<String, Optional<byte[]>> afterThis() {
            return later.hasNext() ? later.next() : null;
        }
    }
}
