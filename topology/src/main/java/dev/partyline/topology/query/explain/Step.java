package dev.partyline.topology.query.explain;

import dev.partyline.topology.query.check.Viewing;
import java.util.function.UnaryOperator;

/**
 * One change that might help, and what would then be so.
 *
 * @param change its type
 * @param words the same for people
 * @param by who may ask for it
 * @param supposed the case as it would be after it
 */
record Step(String change, String words, By by, UnaryOperator<Viewing> supposed) {
    /** Who may ask for a change; the later the fewer. */
    enum By {
        /** Whom {@code assigners} names. */
        ASSIGNERS,
        /** An active OWNER or ADMIN. */
        ADMINISTRATORS,
        /** An active OWNER. */
        OWNERS,
        /** Nobody in the directory: the system that publishes the records. */
        TELEPHONY
    }
}
