package dev.partyline.topology.visibility;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Which numbers keep their records for a time only.
 *
 * <pre>
 * retention  ws|number -> nothing; the days stand in the number's access
 * </pre>
 */
final class RetentionStore {
    static final String RETENTION = "retention";

    private static final byte[] NOTHING = {};

    private final KeyValueStore<String, byte[]> store;

    RetentionStore(ProcessorContext<?, ?> context) {
        store = context.getStateStore(RETENTION);
    }

    static StoreBuilder<?> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(RETENTION), Serdes.String(), Serdes.ByteArray());
    }

    void add(String numberKey) {
        store.put(numberKey, NOTHING);
    }

    void remove(String numberKey) {
        store.delete(numberKey);
    }

    /** The first numbers from {@code from} on, in order. */
    @SuppressWarnings("NullAway") // Kafka: a range to null has no end
    List<String> numbers(String from, int limit) {
        List<String> numbers = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> range = store.range(from, null)) {
            while (numbers.size() < limit && range.hasNext()) {
                numbers.add(range.next().key);
            }
        }
        return numbers;
    }
}
