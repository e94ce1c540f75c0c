package dev.partyline.topology.directory;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A workspace's directory with effects put on it: what changed, and the whole as it is then. */
final class DirectoryDelta implements DirectoryView {
    private final DirectoryView before;
    private final SortedMap<String, DirectoryNumber> numbers = new TreeMap<>();
    private final SortedMap<String, DirectoryMember> members = new TreeMap<>();
    private DirectoryHead head;

    DirectoryDelta(DirectoryView before) {
        this.before = before;
        this.head = before.head().next();
    }

    DirectoryView before() {
        return before;
    }

    SortedMap<String, DirectoryNumber> changedNumbers() {
        return Collections.unmodifiableSortedMap(numbers);
    }

    SortedMap<String, DirectoryMember> changedMembers() {
        return Collections.unmodifiableSortedMap(members);
    }

    void put(Effect effect) {
        if (effect instanceof Effect.PolicyPut policy) {
            head = head.with(policy.policy());
        } else if (effect instanceof Effect.MemberPut member) {
            putMember(member);
        } else if (effect instanceof Effect.NumberPut number) {
            putNumber(number.number(), number.state());
        }
    }

    private void putMember(Effect.MemberPut member) {
        SortedSet<String> standing =
                member(member.userId()).map(DirectoryMember::numbers).orElse(Collections.emptySortedSet());
        members.put(member.userId(), new DirectoryMember(member.profile(), member.removed(), standing));
    }

    private void putNumber(String number, DirectoryNumber state) {
        SortedSet<String> then = numberOrUnused(number).users();
        SortedSet<String> now = state.users();
        now.stream()
                .filter(userId -> !then.contains(userId))
                .forEach(userId -> members.put(userId, known(userId).on(number)));
        then.stream()
                .filter(userId -> !now.contains(userId))
                .forEach(userId -> members.put(userId, known(userId).notOn(number)));
        numbers.put(number, state);
    }

    private DirectoryMember known(String userId) {
        return member(userId).orElseThrow(() -> new IllegalStateException(userId + " stands on a number unknown"));
    }

    @Override
    public String workspaceId() {
        return before.workspaceId();
    }

    @Override
    public DirectoryHead head() {
        return head;
    }

    @Override
    public Optional<DirectoryNumber> number(String number) {
        return Optional.ofNullable(numbers.get(number)).or(() -> before.number(number));
    }

    @Override
    public Optional<DirectoryMember> member(String userId) {
        return Optional.ofNullable(members.get(userId)).or(() -> before.member(userId));
    }

    @Override
    public SortedSet<String> numbers() {
        SortedSet<String> all = new TreeSet<>(before.numbers());
        all.addAll(numbers.keySet());
        return all;
    }
}
