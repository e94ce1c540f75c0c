package dev.partyline.model;

import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import org.jspecify.annotations.Nullable;

/** What a number knows of people and contacts: in the end all there is to know, on the way what it has been told. */
public interface Acquaintance {
    /** Whether the number has been told of the user; who is not known sees nothing personally. */
    boolean knows(String userId);

    /** Who owns the contact; null: nobody. */
    @Nullable
    String ownerOf(String contactId);

    /** All that the directory knows. */
    static Acquaintance complete(NaiveDirectory directory) {
        return new Acquaintance() {
            @Override
            public boolean knows(String userId) {
                return true;
            }

            @Override
            public @Nullable String ownerOf(String contactId) {
                return directory.owners().get(contactId);
            }
        };
    }

    /** What has been told to the number; where nothing has, it knows nobody. */
    static Acquaintance told(@Nullable NumberAccess access, @Nullable ContactAccess contact) {
        return new Acquaintance() {
            @Override
            public boolean knows(String userId) {
                return user(access, userId) != null;
            }

            @Override
            public @Nullable String ownerOf(String contactId) {
                if (contact == null
                        || contact.getOwnerId() == null
                        || !contact.getContactId().equals(contactId)) {
                    return null;
                }
                NumberUser owner = user(access, contact.getOwnerId());
                // Who has been removed since owns it no more, back or not.
                return owner != null && owner.getMembership() == contact.getMembership() ? owner.getUserId() : null;
            }
        };
    }

    private static @Nullable NumberUser user(@Nullable NumberAccess access, String userId) {
        return access == null
                ? null
                : access.getUsers().stream()
                        .filter(user -> user.getUserId().equals(userId))
                        .findFirst()
                        .orElse(null);
    }
}
