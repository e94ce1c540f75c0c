package dev.partyline.model;

import dev.partyline.schema.Role;
import org.jspecify.annotations.Nullable;

/**
 * A member as the directory knows them.
 *
 * @param removals how often they were removed so far
 */
public record NaiveMember(
        Role role,
        boolean active,
        boolean removed,
        @Nullable String name,
        int removals) {
    public static final NaiveMember NEW = new NaiveMember(Role.MEMBER, true, false, null, 0);

    public boolean present() {
        return active && !removed;
    }

    public boolean administers() {
        return present() && (role == Role.OWNER || role == Role.ADMIN);
    }

    /** The member as MemberSet has it: the one way back for who was removed. */
    public NaiveMember set(Role newRole, boolean nowActive, @Nullable String newName) {
        return new NaiveMember(newRole, nowActive, false, newName, removals);
    }

    /** Nobody is removed twice without having been back. */
    public NaiveMember gone() {
        return removed ? this : new NaiveMember(role, active, true, name, removals + 1);
    }
}
