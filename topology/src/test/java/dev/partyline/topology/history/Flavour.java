package dev.partyline.topology.history;

import java.util.List;
import java.util.Random;

/** What a history is rich in, so that each part of the rules is gone into deeply by some. */
enum Flavour {
    /** A little of everything, from an empty directory on. */
    MIXED,
    /** Lines come and go, little else. */
    LINES,
    /** A directory in which all must exist first, and does. */
    MANAGED,
    /** Contacts change hands, and nearly every record has one. */
    CONTACTS,
    /** Members are let go, and come back. */
    MEMBERS,
    /** Policies change, of the workspaces and of the numbers. */
    POLICIES;

    private static final List<Flavour> LIKELY =
            List.of(MIXED, LINES, LINES, MANAGED, MANAGED, CONTACTS, CONTACTS, MEMBERS, MEMBERS, POLICIES);

    static Flavour of(Random random) {
        return LIKELY.get(random.nextInt(LIKELY.size()));
    }
}
