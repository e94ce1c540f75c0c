package dev.partyline.topology.visibility;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts each number has met, who owns them, and which records are theirs.
 *
 * <pre>
 * contact-owners      ws|number|contactId          -> what the number was told of it (AppliedOwner); there once it was met
 * records-by-contact  ws|number|contactId|position -> nothing
 * </pre>
 *
 * Owners that were asked for last stay on the heap; the stores are written through.
 */
public final class ContactStore {
    /** Name of the store of owners, which readers may ask, too. */
    public static final String OWNERS = "contact-owners";

    static final String BY_CONTACT = "records-by-contact";

    private static final int ON_HEAP = 16_384;

    private final KeyValueStore<String, byte[]> owners;
    private final PositionIndex records;
    private final Map<String, AppliedOwner> read = new LruMap<>(ON_HEAP);

    ContactStore(ProcessorContext<?, ?> context) {
        owners = context.getStateStore(OWNERS);
        records = new PositionIndex(context.getStateStore(BY_CONTACT));
    }

    static List<StoreBuilder<?>> builders() {
        return List.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(OWNERS), Serdes.String(), Serdes.ByteArray()),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(BY_CONTACT), Serdes.String(), Serdes.ByteArray()));
    }

    /** Whether the number has met the contact before. */
    boolean met(String contactKey) {
        return applied(contactKey) != null;
    }

    /** As last told; nobody while nothing has been. */
    ContactOwner owner(String contactKey) {
        AppliedOwner applied = applied(contactKey);
        return applied == null ? ContactOwner.NOBODY : applied.owner();
    }

    void put(String contactKey, AppliedOwner applied) {
        owners.put(contactKey, applied.encode());
        read.put(contactKey, applied);
    }

    /** The contact's records. */
    PositionIndex records() {
        return records;
    }

    @SuppressWarnings("NullAway") // null is what the heap does not hold and the store does not know
    private @Nullable AppliedOwner applied(String contactKey) {
        return read.computeIfAbsent(contactKey, key -> {
            byte[] bytes = owners.get(key);
            return bytes == null ? null : AppliedOwner.decode(bytes);
        });
    }
}
