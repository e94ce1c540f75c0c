package dev.partyline.topology.directory;

import dev.partyline.schema.Policy;
import dev.partyline.topology.state.StoredHead;
import dev.partyline.topology.state.StoredMember;
import dev.partyline.topology.state.StoredNumber;
import dev.partyline.topology.store.StateCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** One workspace's directory ({@link DirectoryStore}), for readers from outside. */
public final class DirectoryReader {
    private static final StateCodec<StoredHead> HEADS = StateCodec.of(StoredHead.class);
    private static final StateCodec<StoredMember> MEMBERS = StateCodec.of(StoredMember.class);
    private static final StateCodec<StoredNumber> NUMBERS = StateCodec.of(StoredNumber.class);

    /** Sorts after every id and every number. */
    private static final String AFTER_ALL = "{";

    private final ReadOnlyKeyValueStore<String, byte[]> store;
    private final String workspaceId;

    /** @param store the part of {@link DirectoryTopology#DIRECTORY_STORE} that holds the workspace */
    public DirectoryReader(ReadOnlyKeyValueStore<String, byte[]> store, String workspaceId) {
        this.store = store;
        this.workspaceId = workspaceId;
    }

    /** The workspace's policy; the default before any. */
    public Policy policy() {
        return Optional.ofNullable(store.get(DirectoryStore.headKey(workspaceId)))
                .map(stored -> StoredForms.head(HEADS.decode(stored)))
                .orElse(DirectoryHead.NEW)
                .policy();
    }

    /** A member or former one; empty when no change has mentioned them. */
    public Optional<StoredMember> member(String userId) {
        return Optional.ofNullable(store.get(DirectoryStore.memberKey(workspaceId, userId)))
                .map(MEMBERS::decode)
                .filter(DirectoryReader::isMember);
    }

    /** Whether the user may ask for changes of assignments (policy {@code assigners}). */
    public boolean mayAssign(String userId) {
        Policy policy = policy();
        return member(userId)
                .filter(member -> ActorRules.assigns(policy, StoredForms.member(member)))
                .isPresent();
    }

    /** The first who may ask for changes of assignments, at most {@code most}. */
    public List<String> assigners(int most) {
        Policy policy = policy();
        return whoever(member -> ActorRules.assigns(policy, member), most);
    }

    /** The first who may ask for changes of members, numbers and policies: active OWNERs and ADMINs. */
    public List<String> administrators(int most) {
        return whoever(ActorRules::administers, most);
    }

    /** The first active OWNERs, who alone may ask for changes about an OWNER. */
    public List<String> owners(int most) {
        return whoever(ActorRules::owns, most);
    }

    /** Hands every member and former one to {@code each}, by userId. */
    public void members(BiConsumer<String, StoredMember> each) {
        scan(memberPrefix(), "", (userId, stored) -> {
            StoredMember person = MEMBERS.decode(stored);
            if (isMember(person)) {
                each.accept(userId, person);
            }
            return true;
        });
    }

    /**
     * Hands the workspace's numbers to {@code each} in order, until it says that it has enough.
     *
     * @param after where to begin, exclusive; empty: with the first
     * @param each gets those in use and those released; false: enough
     */
    public void numbers(String after, BiPredicate<String, StoredNumber> each) {
        scan(
                DirectoryStore.numberKey(workspaceId, ""),
                after,
                (number, stored) -> each.test(number, NUMBERS.decode(stored)));
    }

    private List<String> whoever(Predicate<DirectoryMember> has, int most) {
        List<String> found = new ArrayList<>();
        scan(memberPrefix(), "", (userId, stored) -> {
            if (has.test(StoredForms.member(MEMBERS.decode(stored)))) {
                found.add(userId);
            }
            return found.size() < most;
        });
        return found;
    }

    private void scan(String prefix, String after, BiPredicate<String, byte[]> each) {
        String from = after.isEmpty() ? prefix : prefix + after + '\0';
        try (KeyValueIterator<String, byte[]> rows = store.range(from, prefix + AFTER_ALL)) {
            boolean more = true;
            while (more && rows.hasNext()) {
                KeyValue<String, byte[]> row = rows.next();
                more = each.test(row.key.substring(prefix.length()), row.value);
            }
        }
    }

    /** Whether a change has made them a member, of whatever standing now; strangers are merely named by records. */
    private static boolean isMember(StoredMember person) {
        return !StoredForms.member(person).stranger();
    }

    private String memberPrefix() {
        return DirectoryStore.memberKey(workspaceId, "");
    }
}
