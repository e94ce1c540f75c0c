package dev.partyline.topology.history;

import dev.partyline.schema.Role;
import org.jspecify.annotations.Nullable;

/** A member as the directory knows them. */
record NaiveMember(
        Role role,
        boolean active,
        boolean removed,
        @Nullable String name) {
    static final NaiveMember NEW = new NaiveMember(Role.MEMBER, true, false, null);

    boolean present() {
        return active && !removed;
    }

    boolean administers() {
        return present() && (role == Role.OWNER || role == Role.ADMIN);
    }

    NaiveMember gone() {
        return new NaiveMember(role, active, true, name);
    }
}
