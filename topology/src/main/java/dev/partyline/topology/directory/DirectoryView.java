package dev.partyline.topology.directory;

import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.Policy;
import java.util.Optional;
import java.util.SortedSet;

/** All that a decision may read: one workspace's directory, as it is. */
interface DirectoryView {
    String workspaceId();

    DirectoryHead head();

    /** Empty when neither a change nor a record has mentioned the number. */
    Optional<DirectoryNumber> number(String number);

    /** Empty when neither a change nor a record has mentioned the user. */
    Optional<DirectoryMember> person(String userId);

    /** Empty when neither a change nor a record has mentioned the contact. */
    Optional<DirectoryContact> contact(String contactId);

    /** Every number that was mentioned, in order. Reads them all: for changes of the workspace's policy. */
    SortedSet<String> numbers();

    /** Empty when no change has mentioned the user. */
    default Optional<DirectoryMember> member(String userId) {
        return person(userId).filter(person -> !person.stranger());
    }

    default DirectoryNumber numberOrUnused(String number) {
        return number(number).orElse(DirectoryNumber.UNUSED);
    }

    default DirectoryContact contactOrNew(String contactId) {
        return contact(contactId).orElse(DirectoryContact.NEW);
    }

    /** Who owns the contact now: the owner's membership must still be the one that it was given to. */
    default Optional<String> ownerOf(DirectoryContact contact) {
        return contact.ownerId()
                .filter(ownerId -> person(ownerId)
                        .filter(owner -> owner.memberships() == contact.membership())
                        .isPresent());
    }

    /** The policy in force on a number: its own, else the workspace's. */
    default Policy policyOn(String number) {
        return numberOrUnused(number).settings().policy().orElseGet(() -> head().policy());
    }

    /** Whether numbers and users must exist before they are used. */
    default boolean managed() {
        return head().policy().getDirectory() != DirectoryMode.OPEN;
    }

    /** Whether the user may see anything. Who is unknown counts as active in OPEN, as inactive in MANAGED. */
    default boolean active(String userId) {
        return member(userId).map(DirectoryMember::active).orElse(!managed());
    }
}
