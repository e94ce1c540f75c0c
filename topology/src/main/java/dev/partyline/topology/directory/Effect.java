package dev.partyline.topology.directory;

import dev.partyline.schema.Policy;
import java.util.Optional;

/** A part of what an accepted change does: the new value of one part of the directory. */
sealed interface Effect {
    /** Whether this makes a difference to {@code view}. */
    boolean changes(DirectoryView view);

    /** The workspace has this policy. */
    record PolicyPut(Policy policy) implements Effect {
        @Override
        public boolean changes(DirectoryView view) {
            return !policy.equals(view.head().policy());
        }
    }

    /** The user is this, and out if {@code removed}; the numbers they stand on are as they were. */
    record MemberPut(String userId, MemberProfile profile, boolean removed) implements Effect {
        @Override
        public boolean changes(DirectoryView view) {
            return view.member(userId)
                    .map(now -> now.removed() != removed || !now.profile().equals(profile))
                    .orElse(true);
        }
    }

    /** The contact is this member's; empty: nobody's. They must be a user of the directory by then. */
    record ContactPut(String contactId, Optional<String> ownerId) implements Effect {
        @Override
        public boolean changes(DirectoryView view) {
            return !view.ownerOf(view.contactOrNew(contactId)).equals(ownerId);
        }
    }

    /** A record on the number is the first to name the contact there. */
    record ContactMet(String contactId, String number) implements Effect {
        @Override
        public boolean changes(DirectoryView view) {
            return !view.contactOrNew(contactId).numbers().contains(number);
        }
    }

    /** All numbers have applied what became of the returning member's lines. */
    record Returned(String userId) implements Effect {
        @Override
        public boolean changes(DirectoryView view) {
            return view.member(userId).filter(DirectoryMember::returning).isPresent();
        }
    }

    /** The number is this; everyone it knows must be a user of the directory by then. */
    record NumberPut(String number, DirectoryNumber state) implements Effect {
        @Override
        public boolean changes(DirectoryView view) {
            return !state.equals(view.numberOrUnused(number));
        }
    }
}
