package dev.partyline.topology.visibility;

import org.jspecify.annotations.Nullable;

/**
 * Who owns a record's contact, as the number was told.
 *
 * @param userId null: nobody, or nothing has been told yet
 * @param membership the owner's membership that it belongs to: a member who was removed and has come back owns it no more
 */
public record ContactOwner(@Nullable String userId, long membership) {
    /** A contact that nobody owns, and a record without a contact. */
    public static final ContactOwner NOBODY = new ContactOwner(null, 0);
}
