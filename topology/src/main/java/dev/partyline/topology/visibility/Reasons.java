package dev.partyline.topology.visibility;

import dev.partyline.schema.Reason;
import java.util.Arrays;
import java.util.List;

/** The reasons for which a user sees a record, all that apply (DESIGN 3). Immutable; at most one instance per set. */
final class Reasons {
    private static final Reason[] ALL = {
        Reason.ASSIGNEE, Reason.PARTICIPANT, Reason.INBOX, Reason.CONTACT_OWNER,
    };

    /** How many sets there are; {@link #bits} is less. */
    static final int COUNT = 1 << ALL.length;

    private static final Reasons[] SETS = sets();

    private final int bits;
    private final List<Reason> list;

    private Reasons(int bits) {
        this.bits = bits;
        this.list =
                Arrays.stream(ALL).filter(reason -> (bits & bit(reason)) != 0).toList();
    }

    static Reasons of(Reason reason) {
        return SETS[bit(reason)];
    }

    Reasons and(Reasons more) {
        return SETS[bits | more.bits];
    }

    /** Whether every reason of this set stands in {@code other} too. */
    boolean within(Reasons other) {
        return (bits & ~other.bits) == 0;
    }

    /** The set as a byte, as {@link #ofBits} reads it: bit 0 ASSIGNEE, then in the order of the schema's symbols. */
    byte bits() {
        return (byte) bits;
    }

    static Reasons ofBits(byte bits) {
        return SETS[bits];
    }

    /** As the feed says them: in the order of the schema's symbols. */
    List<Reason> list() {
        return list;
    }

    @Override
    public String toString() {
        return list.toString();
    }

    private static int bit(Reason reason) {
        return 1 << (reason.ordinal() - Reason.ASSIGNEE.ordinal());
    }

    private static Reasons[] sets() {
        Reasons[] sets = new Reasons[COUNT];
        for (int bits = 0; bits < sets.length; bits++) {
            sets[bits] = new Reasons(bits);
        }
        return sets;
    }
}
