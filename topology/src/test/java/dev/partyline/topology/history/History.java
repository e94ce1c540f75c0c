package dev.partyline.topology.history;

import dev.partyline.model.LoggedChange;
import dev.partyline.schema.TelephonyRecord;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * What happens: changes in the log's order, record events in the order of their arrival. How the two interleave, and all
 * else that is left to chance, follows from the seed too.
 */
public record History(long seed, List<LoggedChange> changes, List<TelephonyRecord> records) {
    private static final int LONGEST_SLICE = 3;
    private static final int USES = 2;

    public History {
        changes = List.copyOf(changes);
        records = List.copyOf(records);
    }

    /**
     * What chance is drawn from. Plain {@link Random} begins alike from neighbouring seeds, so the seed is mixed first.
     *
     * @param use a number for each use, so that they draw differently
     */
    public static Random random(long seed, long use) {
        return new Random(new SplittableRandom(seed * USES + use).nextLong());
    }

    /** The history invented from a seed; its times lie close together, some seconds after the epoch. */
    public static History of(long seed) {
        return HistoryGenerator.of(seed);
    }

    /**
     * The same history at another time: what happens at its millisecond t happens {@code millis * t} after {@code epoch}.
     */
    public History at(Instant epoch, int millis) {
        UnaryOperator<Instant> time = t -> epoch.plusMillis(millis * t.toEpochMilli());
        List<LoggedChange> moved =
                changes.stream().map(change -> change.at(time)).toList();
        List<TelephonyRecord> movedRecords = records.stream()
                .map(event -> TelephonyRecord.newBuilder(event)
                        .setStartedAt(time.apply(event.getStartedAt()))
                        .build())
                .toList();
        return new History(seed, moved, movedRecords);
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
