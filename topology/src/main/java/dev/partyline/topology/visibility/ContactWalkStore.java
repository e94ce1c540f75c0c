package dev.partyline.topology.visibility;

import dev.partyline.topology.state.ContactWalkState;
import dev.partyline.topology.store.StateCodec;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts have a walk under way, and how far it has come: where a crash resumes.
 *
 * <pre>
 * contact-walks  ws|number|contactId -> the walk (ContactWalk)
 * </pre>
 */
public final class ContactWalkStore {
    /** Name of the store, which readers may ask, too. */
    public static final String CONTACT_WALKS = "contact-walks";

    private static final StateCodec<ContactWalkState> CODEC = StateCodec.of(ContactWalkState.class);

    private final KeyValueStore<String, ContactWalkState> store;
    private final Map<String, ContactWalk> underWay = new HashMap<>();

    ContactWalkStore(ProcessorContext<?, ?> context) {
        store = context.getStateStore(CONTACT_WALKS);
        try (KeyValueIterator<String, ContactWalkState> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, ContactWalkState> next = all.next();
                underWay.put(next.key, read(next.value));
            }
        }
    }

    static StoreBuilder<?> builder() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CONTACT_WALKS), Serdes.String(), CODEC.serde())
                .withCachingEnabled();
    }

    @Nullable
    ContactWalk get(String contactKey) {
        return underWay.get(contactKey);
    }

    Set<String> contacts() {
        return Set.copyOf(underWay.keySet());
    }

    /** The walk under way; there must be one. */
    ContactWalk walkOf(String contactKey) {
        return Objects.requireNonNull(underWay.get(contactKey), contactKey);
    }

    void put(String contactKey, ContactWalk walk) {
        advance(contactKey, walk);
        save(contactKey);
    }

    /** The walk has come further; to be {@link #save saved} before the slice ends. */
    void advance(String contactKey, ContactWalk walk) {
        underWay.put(contactKey, walk);
    }

    void save(String contactKey) {
        store.put(contactKey, write(walkOf(contactKey)));
    }

    void remove(String contactKey) {
        underWay.remove(contactKey);
        store.delete(contactKey);
    }

    private static ContactWalkState write(ContactWalk walk) {
        return new ContactWalkState(
                walk.cursor(),
                walk.until(),
                walk.wrapped(),
                walk.visited(),
                walk.origin().changeId());
    }

    private static ContactWalk read(ContactWalkState state) {
        return new ContactWalk(
                state.getCursor(),
                state.getUntil(),
                state.getWrapped(),
                state.getVisited(),
                new Origin(state.getChangeId(), null, false));
    }
}
