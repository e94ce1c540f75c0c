package dev.partyline.topology.history;

import dev.partyline.schema.TelephonyRecord;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * What happens: changes in the log's order, record events in the order of their arrival. How the two interleave, and all
 * else that is left to chance, follows from the seed too.
 */
record History(long seed, List<LoggedChange> changes, List<TelephonyRecord> records) {
    private static final int LONGEST_SLICE = 3;
    private static final int USES = 2;

    History {
        changes = List.copyOf(changes);
        records = List.copyOf(records);
    }

    /**
     * What chance is drawn from. Plain {@link Random} begins alike from neighbouring seeds, so the seed is mixed first.
     *
     * @param use a number for each use, so that they draw differently
     */
    static Random random(long seed, long use) {
        return new Random(new SplittableRandom(seed * USES + use).nextLong());
    }

    /** How many records a walk visits in one go. */
    int slice() {
        return 1 + (int) (seed % LONGEST_SLICE);
    }

    /** The history to be read by people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("history of seed " + seed + "\n");
        changes.forEach(change -> text.append("  ").append(change).append('\n'));
        for (TelephonyRecord event : records) {
            text.append("  ").append(event.getRecordId());
            text.append(" revision ").append(event.getRevision());
            text.append(' ').append(event.getKind()).append(' ').append(event).append('\n');
        }
        return text.toString();
    }
}
