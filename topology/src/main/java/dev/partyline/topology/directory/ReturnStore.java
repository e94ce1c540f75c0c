package dev.partyline.topology.directory;

import dev.partyline.topology.state.UntoldState;
import dev.partyline.topology.store.StateCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Whose row in the feed waits for which of their numbers?
 *
 * <pre>
 * ws|userId         -> 8 bytes version, UntoldState  the change by which they return
 * ws|userId|number  -> 8 bytes version               the number must have applied an access of this version or a later one
 * </pre>
 */
final class ReturnStore {
    private static final StateCodec<UntoldState> ORIGINS = StateCodec.of(UntoldState.class);

    private final KeyValueStore<String, byte[]> store;

    ReturnStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> builder(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }

    /**
     * A user is shown again.
     *
     * @param version the workspace's change counter as of the last change that they waited for
     * @param origin the change by which they return
     */
    record Return(long version, Origin origin) {
        private static Return read(byte[] stored) {
            ByteBuffer buffer = ByteBuffer.wrap(stored);
            long version = buffer.getLong();
            byte[] why = new byte[buffer.remaining()];
            buffer.get(why);
            return new Return(version, StoredForms.origin(ORIGINS.decode(why)));
        }
    }

    void begin(String userKey, Collection<String> numbers, long version, Origin origin) {
        cancel(userKey);
        byte[] why = ORIGINS.encode(StoredForms.stored(origin));
        store.put(
                userKey,
                ByteBuffer.allocate(Long.BYTES + why.length)
                        .putLong(version)
                        .put(why)
                        .array());
        for (String number : numbers) {
            store.put(
                    numberKey(userKey, number),
                    ByteBuffer.allocate(Long.BYTES).putLong(version).array());
        }
    }

    /**
     * A number of a returning user has changed once more: they wait for that, too, also where it has answered already.
     * Nothing for users who are not returning.
     */
    void await(String userKey, String number, long version) {
        byte[] why = store.get(userKey);
        if (why != null) {
            store.put(userKey, ByteBuffer.wrap(why.clone()).putLong(version).array());
            store.put(
                    numberKey(userKey, number),
                    ByteBuffer.allocate(Long.BYTES).putLong(version).array());
        }
    }

    /** Whether anybody of the workspace is returning. */
    boolean anyOf(String workspaceId) {
        try (KeyValueIterator<String, byte[]> rows = store.prefixScan(workspaceId + '|', new StringSerializer())) {
            return rows.hasNext();
        }
    }

    void cancel(String userKey) {
        numbers(userKey).forEach(store::delete);
        store.delete(userKey);
    }

    /**
     * A number has applied an access of {@code version}.
     *
     * @return by what the user returns, if this was the last number that they waited for
     */
    Optional<Return> answered(String userKey, String number, long version) {
        byte[] awaited = store.get(numberKey(userKey, number));
        if (awaited == null || ByteBuffer.wrap(awaited).getLong() > version) {
            return Optional.empty();
        }
        store.delete(numberKey(userKey, number));
        if (!numbers(userKey).isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(store.delete(userKey)).map(Return::read);
    }

    private List<String> numbers(String userKey) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> rows = store.prefixScan(numberKey(userKey, ""), new StringSerializer())) {
            rows.forEachRemaining(row -> keys.add(row.key));
        }
        return keys;
    }

    private static String numberKey(String userKey, String number) {
        return userKey + '|' + number;
    }
}
