package dev.partyline.topology.visibility;

import dev.partyline.schemas.topic.Cleanup;
import dev.partyline.topology.store.HeapBudget;
import dev.partyline.topology.store.HotValues;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The index: which records a number has, newest first, and what was last told of each on its own.
 *
 * <pre>
 * records        ws|number|position -> the record, and to whom it was told (RecordCodec)
 * record-counts  ws|number          -> how many there are, and how new the newest is (Tally)
 * </pre>
 */
final class RecordStore implements AutoCloseable {
    static final String RECORDS = "records";
    static final String COUNTS = "record-counts";

    /** Sorts after every position, all of which begin with a digit. */
    private static final String AFTER_ALL = ":";

    private final KeyValueStore<String, byte[]> records;
    private final KeyValueStore<String, byte[]> tallies;
    /** Those that were asked for last; the store is written through. */
    private final HotValues<Tally> read;

    RecordStore(ProcessorContext<?, ?> context, HeapBudget heap) {
        read = new HotValues<>(heap, tally -> Tally.HEAP_BYTES);
        records = context.getStateStore(RECORDS);
        tallies = context.getStateStore(COUNTS);
    }

    static List<StoreBuilder<?>> builders() {
        return List.of(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(RECORDS), Serdes.String(), Serdes.ByteArray())
                        .withLoggingEnabled(Cleanup.erasable().config()),
                // A tally changes with every new record; the cache writes it once per commit.
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(COUNTS), Serdes.String(), Serdes.ByteArray())
                        .withCachingEnabled());
    }

    @Nullable
    IndexedRecord get(String numberKey, String position) {
        byte[] bytes = records.get(key(numberKey, position));
        return bytes == null ? null : RecordCodec.decode(position, bytes);
    }

    /** The record that {@code arrived} is another state of. Live records are new and come in order, so few are looked for. */
    @Nullable
    IndexedRecord known(String numberKey, IndexedRecord arrived) {
        return tally(numberKey).mayHold(arrived) ? get(numberKey, arrived.position()) : null;
    }

    void add(String numberKey, IndexedRecord record) {
        replace(numberKey, record);
        put(numberKey, tally(numberKey).with(record));
    }

    void replace(String numberKey, IndexedRecord record) {
        records.put(key(numberKey, record.position()), RecordCodec.encode(record));
    }

    void remove(String numberKey, IndexedRecord record) {
        records.delete(key(numberKey, record.position()));
        put(numberKey, tally(numberKey).without());
    }

    long count(String numberKey) {
        return tally(numberKey).count();
    }

    @Override
    public void close() {
        read.close();
    }

    private Tally tally(String numberKey) {
        return read.get(numberKey, key -> {
            byte[] stored = tallies.get(key);
            return stored == null ? Tally.NONE : Tally.decode(stored);
        });
    }

    private void put(String numberKey, Tally tally) {
        read.put(numberKey, tally);
        tallies.put(numberKey, tally.encode());
    }

    /**
     * Visits the records of a stretch, newest first, for as long as {@code visitor} says to go on. The visitor may write
     * what it visits.
     *
     * @param to end of the stretch, exclusive; {@link Segments#START}: to the very end
     * @return where to go on; {@code to}: the stretch is done
     */
    String visit(String numberKey, String from, String to, Predicate<IndexedRecord> visitor) {
        String end = key(numberKey, to.equals(Segments.START) ? AFTER_ALL : to);
        int prefix = numberKey.length() + 1;
        try (KeyValueIterator<String, byte[]> range = records.range(key(numberKey, from), end)) {
            while (range.hasNext()) {
                KeyValue<String, byte[]> next = range.next();
                String position = next.key.substring(prefix);
                if (!position.equals(to) && !visitor.test(RecordCodec.decode(position, next.value))) {
                    return position + '\0';
                }
            }
        }
        return to;
    }

    /** As the store names it; for readers from outside too. */
    static String key(String numberKey, String position) {
        return numberKey + '|' + position;
    }
}
