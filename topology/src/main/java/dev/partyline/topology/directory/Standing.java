package dev.partyline.topology.directory;

/** What a person is to a workspace. */
enum Standing {
    /** No change has mentioned them; some record has. In OPEN they count as active, in MANAGED as inactive. */
    STRANGER,
    MEMBER,
    /** Kept out, until a MemberSet brings them back. */
    REMOVED
}
