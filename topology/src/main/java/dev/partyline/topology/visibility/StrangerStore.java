package dev.partyline.topology.visibility;

import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Which records wait for the directory's answer about somebody whom they name.
 *
 * <pre>
 * strangers  ws|number|userId|position -> nothing; there until the record was told anew under an access that knows the user
 * </pre>
 */
final class StrangerStore {
    static final String STRANGERS = "strangers";

    private final PositionIndex waiting;

    StrangerStore(ProcessorContext<?, ?> context) {
        waiting = new PositionIndex(context.getStateStore(STRANGERS));
    }

    static StoreBuilder<?> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STRANGERS), Serdes.String(), Serdes.ByteArray());
    }

    /** A record waits for somebody; true: it is the first that does. */
    boolean add(String numberKey, String userId, String position) {
        String stranger = key(numberKey, userId);
        boolean first = !waiting.any(stranger);
        waiting.add(stranger, position);
        return first;
    }

    boolean awaits(String numberKey, String userId) {
        return waiting.any(key(numberKey, userId));
    }

    /** The next records that wait for the stranger. */
    List<String> positions(String stranger, int limit) {
        return waiting.positions(stranger, Segments.START, Segments.START, limit);
    }

    void remove(String stranger, String position) {
        waiting.remove(stranger, position);
    }

    /** Everybody whom some record waits for, as {@link #key}. */
    List<String> all() {
        return waiting.subjects();
    }

    static String key(String numberKey, String userId) {
        return numberKey + '|' + userId;
    }
}
