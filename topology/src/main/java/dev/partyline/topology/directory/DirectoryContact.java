package dev.partyline.topology.directory;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A contact: who owns it, and which numbers have met it. Immutable.
 *
 * @param ownerId as last set; they own it only while {@code membership} is theirs
 * @param membership the owner's {@link DirectoryMember#memberships} when it was set
 * @param numbers in order
 */
record DirectoryContact(Optional<String> ownerId, long membership, SortedSet<String> numbers) {
    /** A contact that nobody owns and no number has met. */
    static final DirectoryContact NEW = new DirectoryContact(Optional.empty(), 0, Collections.emptySortedSet());

    DirectoryContact {
        numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
    }

    DirectoryContact ownedBy(Optional<String> newOwnerId, long newMembership) {
        return new DirectoryContact(newOwnerId, newMembership, numbers);
    }

    DirectoryContact on(String number) {
        SortedSet<String> more = new TreeSet<>(numbers);
        more.add(number);
        return new DirectoryContact(ownerId, membership, more);
    }
}
