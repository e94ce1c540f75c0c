package dev.partyline.topology.directory;

import dev.partyline.topology.state.Decided;
import dev.partyline.topology.store.StateCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What was first decided on a change?
 *
 * <pre>
 * ws|changeId -> Decided  the decision, and the numbers it touched; for 30 days of the change's first append
 * </pre>
 */
public final class DecidedStore {
    private static final StateCodec<Decided> CODEC = StateCodec.of(Decided.class);

    private final KeyValueStore<String, byte[]> store;
    private String cleanFrom = "";

    DecidedStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> builder(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }

    /** What was first decided on a change, for readers from outside. */
    public static Optional<Decided> read(
            ReadOnlyKeyValueStore<String, byte[]> store, String workspaceId, String changeId) {
        return Optional.ofNullable(store.get(key(workspaceId, changeId))).map(CODEC::decode);
    }

    private static String key(String workspaceId, String changeId) {
        return workspaceId + "|" + changeId;
    }

    /** The first decision, if a change appended at {@code appendedAt} under this id is a repetition. */
    Optional<Decided> remembered(String workspaceId, String changeId, long appendedAt) {
        return read(store, workspaceId, changeId).filter(decided -> DecisionRules.isRemembered(decided, appendedAt));
    }

    void put(Decided decided) {
        store.put(key(decided.getWorkspaceId(), decided.getChangeId()), CODEC.encode(decided));
    }

    /** Looks at the next {@code batch} decisions and deletes those that are forgettable at {@code newestAppend}. */
    void clean(int batch, long newestAppend) {
        List<KeyValue<String, byte[]>> rows = next(batch);
        cleanFrom = rows.size() < batch ? "" : rows.get(rows.size() - 1).key;
        rows.stream()
                .filter(row -> DecisionRules.isForgettable(CODEC.decode(row.value), newestAppend))
                .forEach(row -> store.delete(row.key));
    }

    @SuppressWarnings("NullAway") // Kafka: a range to null has no end
    private List<KeyValue<String, byte[]>> next(int batch) {
        List<KeyValue<String, byte[]>> rows = new ArrayList<>(batch);
        try (KeyValueIterator<String, byte[]> all = store.range(cleanFrom, null)) {
            while (rows.size() < batch && all.hasNext()) {
                rows.add(all.next());
            }
        }
        return rows;
    }
}
