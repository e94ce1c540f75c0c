package dev.partyline.topology.view;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How far one table has come in its partition since its task began. Written by the task's thread, read by many.
 *
 * <p>The consumer says up to where it has read and which row was the last; the table says which it has applied. When that
 * last row is applied, the table holds everything before the consumer's position: what lies between are markers of
 * transactions, which nobody is handed.
 */
public final class TableProgress {
    private static final int SLOTS = 4096;
    private static final long NONE = -1;

    /** The last row applied of the users that share a slot. */
    private final AtomicLongArray lastOfUsers = new AtomicLongArray(SLOTS);

    private volatile Read read = new Read(OptionalLong.empty(), NONE);
    private volatile long applied = NONE;

    TableProgress() {
        for (int i = 0; i < SLOTS; i++) {
            lastOfUsers.set(i, NONE);
        }
    }

    /** What the consumer has read: all before {@code position}, if that is known, the last row at {@code lastRow}. */
    private record Read(OptionalLong position, long lastRow) {}

    /**
     * The consumer has polled.
     *
     * @param position the offset that it reads next; empty: it cannot tell at the moment
     * @param lastRow offset of the last row that it returned now; empty: it returned none of this partition
     */
    public void polled(OptionalLong position, OptionalLong lastRow) {
        read = new Read(position, lastRow.orElse(read.lastRow()));
    }

    /** The table is about to change by the row at {@code offset}, which is {@code user}'s ({@code ws|userId}). */
    void applying(String user, long offset) {
        lastOfUsers.set(slot(user), offset);
    }

    /** The row at {@code offset}, and all before, can be seen in the table. */
    void applied(long offset) {
        applied = offset;
    }

    /** Offset of the last row that can be seen in the table; -1: none since it began. */
    long lastApplied() {
        return applied;
    }

    /** The offset before which the table holds everything; empty while that is not known. */
    public OptionalLong position() {
        Read now = read;
        long done = applied;
        if (done >= now.lastRow()) {
            return now.position();
        }
        return done == NONE ? OptionalLong.empty() : OptionalLong.of(done + 1);
    }

    /** Offset of the last row of {@code user} that can be seen in the table, or a larger one; -1: none since it began. */
    public long lastOf(String user) {
        return lastOfUsers.get(slot(user));
    }

    private static int slot(String user) {
        return Math.floorMod(user.hashCode(), SLOTS);
    }
}
