package dev.partyline.topology.query;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** A table that nothing changes. */
record MapStore(NavigableMap<String, byte[]> rows) implements ReadOnlyKeyValueStore<String, byte[]> {
    @Override
    public byte @Nullable [] get(String key) {
        return rows.get(key);
    }

    @Override
    public KeyValueIterator<String, byte[]> range(String from, String to) {
        return new MapIterator(from.compareTo(to) > 0 ? new TreeMap<>() : rows.subMap(from, true, to, true));
    }

    @Override
    public KeyValueIterator<String, byte[]> all() {
        return new MapIterator(rows);
    }

    @Override
    public long approximateNumEntries() {
        return rows.size();
    }

    private static final class MapIterator implements KeyValueIterator<String, byte[]> {
        private final NavigableMap<String, byte[]> left;

        MapIterator(NavigableMap<String, byte[]> rows) {
            this.left = new TreeMap<>(rows);
        }

        @Override
        public boolean hasNext() {
            return !left.isEmpty();
        }

        @Override
        public String peekNextKey() {
            return left.firstKey();
        }

        @Override
        public KeyValue<String, byte[]> next() {
            Map.Entry<String, byte[]> row = left.pollFirstEntry();
            return KeyValue.pair(row.getKey(), row.getValue());
        }

        @Override
        public void close() {}
    }
}
