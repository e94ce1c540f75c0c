package dev.partyline.topology.directory;

import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.Policy;
import java.util.Optional;
import java.util.SortedSet;

/** All that a decision may read: one workspace's directory, as it is. */
interface DirectoryView {
    String workspaceId();

    DirectoryHead head();

    /** Empty when no change has mentioned the number. */
    Optional<DirectoryNumber> number(String number);

    /** Empty when no change has mentioned the user. */
    Optional<DirectoryMember> member(String userId);

    /** Every number that a change has mentioned, in order. Reads them all: for changes of the workspace's policy. */
    SortedSet<String> numbers();

    default DirectoryNumber numberOrUnused(String number) {
        return number(number).orElse(DirectoryNumber.UNUSED);
    }

    /** The policy in force on a number: its own, else the workspace's. */
    default Policy policyOn(String number) {
        return numberOrUnused(number).settings().policy().orElseGet(() -> head().policy());
    }

    /** Whether numbers and users must exist before they are used. */
    default boolean managed() {
        return head().policy().getDirectory() != DirectoryMode.OPEN;
    }
}
