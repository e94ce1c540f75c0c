package dev.partyline.topology.query;

import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** A part of a store that lies on another instance. It has the operations that questions use, no others. */
final class RemoteStore implements ReadOnlyKeyValueStore<String, byte[]> {
    private final Instance holder;
    private final StorePart part;
    private long lag;

    RemoteStore(Instance holder, StorePart part) {
        this.holder = holder;
        this.part = part;
    }

    /** The largest lag that came with an answer so far, or {@link Rows#UNKNOWN_LAG}. */
    long lag() {
        return lag;
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka: null where there is no row
    public byte @Nullable [] get(String key) {
        List<KeyValue<String, byte[]>> rows = noting(holder.get(part, key)).rows();
        return rows.isEmpty() ? null : rows.get(0).value;
    }

    @Override
    public KeyValueIterator<String, byte[]> range(String from, String to) {
        return new RemoteRows((first, limit) -> noting(holder.range(part, new RowRange(first, to, limit))), from);
    }

    @Override
    public KeyValueIterator<String, byte[]> all() {
        throw new UnsupportedOperationException("a store elsewhere is not read as a whole");
    }

    @Override
    public long approximateNumEntries() {
        throw new UnsupportedOperationException("a store elsewhere is not counted");
    }

    private Rows noting(Rows rows) {
        boolean unknown = lag == Rows.UNKNOWN_LAG || rows.lag() == Rows.UNKNOWN_LAG;
        lag = unknown ? Rows.UNKNOWN_LAG : Math.max(lag, rows.lag());
        return rows;
    }
}
