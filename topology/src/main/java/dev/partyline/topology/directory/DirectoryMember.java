package dev.partyline.topology.directory;

import dev.partyline.schema.Role;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A user whom the directory knows. Immutable.
 *
 * @param removed kept out, until a MemberSet brings them back
 * @param numbers the numbers whose {@link DirectoryNumber#users} hold the user, in order
 */
record DirectoryMember(MemberProfile profile, boolean removed, SortedSet<String> numbers) {
    DirectoryMember {
        numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
    }

    /** False hides everything from the member. */
    boolean active() {
        return profile.active() && !removed;
    }

    boolean is(Role role) {
        return profile.role() == role && !removed;
    }

    DirectoryMember on(String number) {
        SortedSet<String> more = new TreeSet<>(numbers);
        more.add(number);
        return new DirectoryMember(profile, removed, more);
    }

    DirectoryMember notOn(String number) {
        SortedSet<String> fewer = new TreeSet<>(numbers);
        fewer.remove(number);
        return new DirectoryMember(profile, removed, fewer);
    }
}
