package dev.partyline.topology.directory;

/** What an actor needs for a change (DESIGN 4); the trusted upstream, without an actor, needs nothing. */
enum Right {
    /** As the workspace's policy field {@code assigners} says. */
    ASSIGN,
    /** An active OWNER or ADMIN. */
    ADMINISTER
}
