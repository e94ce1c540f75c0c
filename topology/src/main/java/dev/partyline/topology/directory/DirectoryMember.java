package dev.partyline.topology.directory;

import dev.partyline.schema.Role;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A person whom the directory knows: a member, a former one, or somebody whom a record names. Immutable.
 *
 * @param memberships how often they were removed: tells one membership from the next
 * @param returning whether they were inactive and their row in the feed still says so, until all their numbers have applied
 *     what has become of their lines meanwhile
 * @param numbers the numbers whose {@link DirectoryNumber#users} hold the person, in order
 */
record DirectoryMember(
        MemberProfile profile, Standing standing, long memberships, boolean returning, SortedSet<String> numbers) {
    private static final long HEAP_BYTES = 300;
    private static final long HEAP_BYTES_PER_NUMBER = 100;

    /** Somebody whom a record names for the first time. */
    static final DirectoryMember STRANGER =
            new DirectoryMember(MemberProfile.NEWCOMER, Standing.STRANGER, 0, false, Collections.emptySortedSet());

    DirectoryMember {
        numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
    }

    /** What it takes of the heap, roughly. */
    long heapBytes() {
        return HEAP_BYTES + HEAP_BYTES_PER_NUMBER * numbers.size();
    }

    boolean stranger() {
        return standing == Standing.STRANGER;
    }

    boolean removed() {
        return standing == Standing.REMOVED;
    }

    /** False hides everything from the member; of a stranger {@link DirectoryView#active} says it. */
    boolean active() {
        return profile.active() && standing == Standing.MEMBER;
    }

    /** What the person's row in the feed says: false hides everything. */
    boolean shown() {
        return active() && !returning;
    }

    boolean is(Role role) {
        return profile.role() == role && standing == Standing.MEMBER;
    }

    /** The person after a change that makes this of them. Who becomes active again returns by way of their numbers. */
    DirectoryMember as(MemberProfile newProfile, boolean removedNow) {
        DirectoryMember next = new DirectoryMember(
                newProfile,
                removedNow ? Standing.REMOVED : Standing.MEMBER,
                memberships + (removedNow && !removed() ? 1 : 0),
                false,
                numbers);
        boolean returns = next.active() && !stranger() && !shown() && !numbers.isEmpty();
        return returns ? next.with(true) : next;
    }

    /** The same, {@link #returning} or no more. */
    DirectoryMember with(boolean nowReturning) {
        return new DirectoryMember(profile, standing, memberships, nowReturning, numbers);
    }

    DirectoryMember on(String number) {
        SortedSet<String> more = new TreeSet<>(numbers);
        more.add(number);
        return new DirectoryMember(profile, standing, memberships, returning, more);
    }
}
