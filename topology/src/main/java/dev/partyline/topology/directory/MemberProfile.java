package dev.partyline.topology.directory;

import dev.partyline.schema.Role;
import java.util.Optional;

/** What a MemberSet says of a member. */
record MemberProfile(Optional<String> name, Role role, boolean active) {
    /** Of a user whom a change mentions for the first time (OPEN). */
    static final MemberProfile NEWCOMER = new MemberProfile(Optional.empty(), Role.MEMBER, true);
}
