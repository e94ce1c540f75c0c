package dev.partyline.topology.directory;

import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.UserAccess;

/** One thing that the directory tells the others. */
sealed interface Announcement {
    /** Who has access to a number now. */
    record OfNumber(NumberAccess access) implements Announcement {}

    /** Who owns a contact now, for a number that has met it. */
    record OfContact(ContactAccess access) implements Announcement {}

    /** Which lines a user has now. */
    record OfUser(UserAccess access) implements Announcement {}

    /** A user's own row in their feed. */
    record OfUserRow(String workspaceId, String userId, FeedEntry row) implements Announcement {}
}
