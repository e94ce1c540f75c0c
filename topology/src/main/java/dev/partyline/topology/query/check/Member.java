package dev.partyline.topology.query.check;

import dev.partyline.schema.Role;
import dev.partyline.topology.state.StoredMember;
import org.jspecify.annotations.Nullable;

/**
 * A user whom the workspace's directory knows.
 *
 * @param name null: none was given
 * @param active false hides everything from the member; so it is of one who was removed
 * @param removed kept out, until a MemberSet brings them back
 */
public record Member(String userId, @Nullable String name, Role role, boolean active, boolean removed) {
    private static final String REMOVED = "REMOVED";

    /** The member whom {@code stored} describes: no stranger. */
    public static Member of(String userId, StoredMember stored) {
        boolean removed = stored.getStanding().equals(REMOVED);
        return new Member(
                userId, stored.getName(), Role.valueOf(stored.getRole()), stored.getActive() && !removed, removed);
    }
}
