package dev.partyline.topology.directory;

import dev.partyline.schemas.Keys;
import dev.partyline.topology.state.UntoldState;
import dev.partyline.topology.store.StateCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Which numbers are still to be told their access, and why? A number stands here once, whatever piles up: it is told what is
 * so when its turn comes.
 *
 * <pre>
 * ws|number -> UntoldState  the change behind it that came last
 * </pre>
 */
final class UntoldStore {
    private final KeyValueStore<String, UntoldState> store;
    private String next = "";
    private int size;

    UntoldStore(KeyValueStore<String, UntoldState> store) {
        this.store = store;
        try (KeyValueIterator<String, UntoldState> all = store.all()) {
            all.forEachRemaining(row -> size++);
        }
    }

    static StoreBuilder<KeyValueStore<String, UntoldState>> builder(String name) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name),
                        Serdes.String(),
                        StateCodec.of(UntoldState.class).serde())
                .withCachingEnabled();
    }

    /** A number that is to be told its access. */
    record Untold(String workspaceId, String number, Origin origin) {}

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(String workspaceId, SortedSet<String> numbers, Origin origin) {
        for (String number : numbers) {
            String key = Keys.ofNumber(workspaceId, number);
            // What a change is behind is told in its name, also when an encounter came after it.
            boolean known = store.get(key) != null;
            if (!known || origin.changeId().isPresent()) {
                store.put(key, StoredForms.stored(origin));
            }
            size += known ? 0 : 1;
        }
    }

    /** The number has just been told. */
    void remove(String workspaceId, String number) {
        if (size > 0 && store.delete(Keys.ofNumber(workspaceId, number)) != null) {
            size--;
        }
    }

    /** The next numbers whose turn it is, round and round. */
    List<Untold> next(int most) {
        if (size == 0) {
            return List.of();
        }
        List<Untold> batch = new ArrayList<>();
        for (KeyValue<String, UntoldState> row : from(next, most)) {
            int separator = row.key.indexOf('|');
            batch.add(
                    new Untold(row.key.substring(0, separator), Keys.numberOf(row.key), StoredForms.origin(row.value)));
            next = row.key + '\0';
        }
        if (batch.size() < most) {
            next = "";
        }
        return batch;
    }

    @SuppressWarnings("NullAway") // Kafka: a range to null has no end
    private List<KeyValue<String, UntoldState>> from(String key, int most) {
        List<KeyValue<String, UntoldState>> rows = new ArrayList<>();
        try (KeyValueIterator<String, UntoldState> range = store.range(key, null)) {
            while (rows.size() < most && range.hasNext()) {
                rows.add(range.next());
            }
        }
        return rows;
    }
}
