package dev.partyline.topology.visibility;

import dev.partyline.schemas.topic.Cleanup;
import java.util.List;
import java.util.Map;
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
 * record-counts  ws|number          -> how many there are, erased ones included
 * </pre>
 */
final class RecordStore {
    static final String RECORDS = "records";
    static final String COUNTS = "record-counts";

    private static final int COUNTS_ON_HEAP = 16_384;

    /** Sorts after every position, all of which begin with a digit. */
    private static final String AFTER_ALL = ":";

    private final KeyValueStore<String, byte[]> records;
    private final KeyValueStore<String, Long> counts;
    /** Those that were asked for last; the store is written through. */
    private final Map<String, Long> read = new LruMap<>(COUNTS_ON_HEAP);

    RecordStore(ProcessorContext<?, ?> context) {
        records = context.getStateStore(RECORDS);
        counts = context.getStateStore(COUNTS);
    }

    static List<StoreBuilder<?>> builders() {
        return List.of(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(RECORDS), Serdes.String(), Serdes.ByteArray())
                        .withLoggingEnabled(Cleanup.erasable().config()),
                // A count changes with every new record; the cache writes it once per commit.
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(COUNTS), Serdes.String(), Serdes.Long())
                        .withCachingEnabled());
    }

    @Nullable
    IndexedRecord get(String numberKey, String position) {
        byte[] bytes = records.get(key(numberKey, position));
        return bytes == null ? null : RecordCodec.decode(position, bytes);
    }

    void add(String numberKey, IndexedRecord record) {
        replace(numberKey, record);
        count(numberKey, count(numberKey) + 1);
    }

    void replace(String numberKey, IndexedRecord record) {
        records.put(key(numberKey, record.position()), RecordCodec.encode(record));
    }

    void remove(String numberKey, IndexedRecord record) {
        records.delete(key(numberKey, record.position()));
        count(numberKey, count(numberKey) - 1);
    }

    long count(String numberKey) {
        Long known = read.get(numberKey);
        if (known != null) {
            return known;
        }
        Long stored = counts.get(numberKey);
        return stored == null ? 0 : stored;
    }

    private void count(String numberKey, long count) {
        read.put(numberKey, count);
        counts.put(numberKey, count);
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
