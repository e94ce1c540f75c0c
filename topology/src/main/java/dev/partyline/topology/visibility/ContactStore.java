package dev.partyline.topology.visibility;

import dev.partyline.topology.store.HeapBudget;
import dev.partyline.topology.store.HotValues;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

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
public final class ContactStore implements AutoCloseable {
    /** Name of the store of owners, which readers may ask, too. */
    public static final String OWNERS = "contact-owners";

    static final String BY_CONTACT = "records-by-contact";

    private final KeyValueStore<String, byte[]> owners;
    private final PositionIndex records;
    private final HotValues<AppliedOwner> read;

    ContactStore(ProcessorContext<?, ?> context, HeapBudget heap) {
        read = new HotValues<>(heap, owner -> AppliedOwner.HEAP_BYTES);
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
        return applied(contactKey).isPresent();
    }

    /** As last told; nobody while nothing has been. */
    ContactOwner owner(String contactKey) {
        return applied(contactKey).map(AppliedOwner::owner).orElse(ContactOwner.NOBODY);
    }

    void put(String contactKey, AppliedOwner applied) {
        owners.put(contactKey, applied.encode());
        read.put(contactKey, applied);
    }

    /** The contact's records. */
    PositionIndex records() {
        return records;
    }

    @Override
    public void close() {
        read.close();
    }

    private Optional<AppliedOwner> applied(String contactKey) {
        return read.find(contactKey, key -> Optional.ofNullable(owners.get(key)).map(AppliedOwner::decode));
    }
}
