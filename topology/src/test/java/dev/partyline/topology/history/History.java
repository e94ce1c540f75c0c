package dev.partyline.topology.history;

import dev.partyline.schema.TelephonyRecord;
import java.util.List;

/**
 * What happens: changes in the log's order, record events in the order of their arrival. How the two interleave, and all
 * else that is left to chance, follows from the seed too.
 */
record History(long seed, List<LoggedChange> changes, List<TelephonyRecord> records) {
    private static final int LONGEST_SLICE = 3;

    History {
        changes = List.copyOf(changes);
        records = List.copyOf(records);
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
