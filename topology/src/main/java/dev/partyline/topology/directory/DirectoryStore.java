package dev.partyline.topology.directory;

import dev.partyline.topology.state.StoredContact;
import dev.partyline.topology.state.StoredHead;
import dev.partyline.topology.state.StoredMember;
import dev.partyline.topology.state.StoredNumber;
import dev.partyline.topology.store.HeapBudget;
import dev.partyline.topology.store.HotValues;
import dev.partyline.topology.store.StateCodec;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What is a workspace's directory now? What was asked for last stays on the heap, decoded; the store is written through.
 *
 * <pre>
 * ws|head              -> StoredHead     change counter and policy
 * ws|member|userId     -> StoredMember   a person, and the numbers on which they stand
 * ws|number|number     -> StoredNumber   a number with all its lines
 * ws|contact|contactId -> StoredContact  a contact, its owner, and the numbers that have met it
 * </pre>
 */
final class DirectoryStore implements AutoCloseable {
    private static final StateCodec<StoredHead> HEADS = StateCodec.of(StoredHead.class);
    private static final StateCodec<StoredMember> MEMBERS = StateCodec.of(StoredMember.class);
    private static final StateCodec<StoredNumber> NUMBERS = StateCodec.of(StoredNumber.class);

    private static final StateCodec<StoredContact> CONTACTS = StateCodec.of(StoredContact.class);

    private final KeyValueStore<String, byte[]> store;
    private final HotValues<DirectoryHead> heads;
    private final HotValues<DirectoryMember> members;
    private final HotValues<DirectoryNumber> numbers;

    DirectoryStore(KeyValueStore<String, byte[]> store, HeapBudget heap) {
        this.store = store;
        this.heads = new HotValues<>(heap, head -> DirectoryHead.HEAP_BYTES);
        this.members = new HotValues<>(heap, DirectoryMember::heapBytes);
        this.numbers = new HotValues<>(heap, DirectoryNumber::heapBytes);
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> builder(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }

    /** The read face: one workspace's directory. It shows what is stored at the time of each call. */
    DirectoryView of(String workspaceId) {
        return new StoredView(workspaceId);
    }

    /** The write face: stores what changed. */
    void put(DirectoryDelta delta) {
        String workspaceId = delta.workspaceId();
        if (!delta.head().equals(delta.before().head())) {
            DirectoryHead head = delta.head();
            write(heads, headKey(workspaceId), head, HEADS.encode(StoredForms.stored(head)));
        }
        delta.changedPeople()
                .forEach((userId, member) -> write(
                        members, memberKey(workspaceId, userId), member, MEMBERS.encode(StoredForms.stored(member))));
        delta.changedNumbers()
                .forEach((number, state) -> write(
                        numbers, numberKey(workspaceId, number), state, NUMBERS.encode(StoredForms.stored(state))));
        delta.changedContacts()
                .forEach((contactId, contact) ->
                        store.put(contactKey(workspaceId, contactId), CONTACTS.encode(StoredForms.stored(contact))));
    }

    @Override
    public void close() {
        heads.close();
        members.close();
        numbers.close();
    }

    static String headKey(String workspaceId) {
        return workspaceId + "|head";
    }

    static String memberKey(String workspaceId, String userId) {
        return workspaceId + "|member|" + userId;
    }

    static String numberKey(String workspaceId, String number) {
        return workspaceId + "|number|" + number;
    }

    private static String contactKey(String workspaceId, String contactId) {
        return workspaceId + "|contact|" + contactId;
    }

    private <V> void write(HotValues<V> hot, String key, V value, byte[] encoded) {
        store.put(key, encoded);
        hot.put(key, value);
    }

    private <V> Optional<V> read(HotValues<V> hot, String key, Function<byte[], V> decode) {
        return hot.find(key, asked -> Optional.ofNullable(store.get(asked)).map(decode));
    }

    private final class StoredView implements DirectoryView {
        private final String workspaceId;

        StoredView(String workspaceId) {
            this.workspaceId = workspaceId;
        }

        @Override
        public String workspaceId() {
            return workspaceId;
        }

        @Override
        public DirectoryHead head() {
            return read(heads, headKey(workspaceId), stored -> StoredForms.head(HEADS.decode(stored)))
                    .orElse(DirectoryHead.NEW);
        }

        @Override
        public Optional<DirectoryNumber> number(String number) {
            return read(numbers, numberKey(workspaceId, number), stored -> StoredForms.number(NUMBERS.decode(stored)));
        }

        @Override
        public Optional<DirectoryMember> person(String userId) {
            return read(members, memberKey(workspaceId, userId), stored -> StoredForms.member(MEMBERS.decode(stored)));
        }

        @Override
        public Optional<DirectoryContact> contact(String contactId) {
            return Optional.ofNullable(store.get(contactKey(workspaceId, contactId)))
                    .map(stored -> StoredForms.contact(CONTACTS.decode(stored)));
        }

        @Override
        public SortedSet<String> numbers() {
            String prefix = numberKey(workspaceId, "");
            SortedSet<String> numbers = new TreeSet<>();
            try (KeyValueIterator<String, byte[]> rows = store.prefixScan(prefix, new StringSerializer())) {
                rows.forEachRemaining(row -> numbers.add(row.key.substring(prefix.length())));
            }
            return numbers;
        }
    }
}
