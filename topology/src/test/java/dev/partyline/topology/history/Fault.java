package dev.partyline.topology.history;

import java.util.ArrayList;
import java.util.List;

/** Something that goes wrong between the stages, to see that the judge notices. */
enum Fault {
    /** Nothing goes wrong. */
    NONE,
    /** Tombstones of record rows do not reach the feed: leaks. */
    LOST_TOMBSTONES,
    /** Record rows that a walk brings do not reach the feed: misses. */
    LOST_BACKFILL,
    /** Line rows reach the feed after what visibility tells next. */
    LATE_LINE_ROWS,
    /** A number's accesses overtake one another. */
    SWAPPED_ACCESSES,
    /** Every fourth access does not arrive. */
    LOST_ACCESSES;

    /** The rows of visibility as they reach the feed; {@code held} are those held back so far. */
    List<Row> toFeed(List<Row> rows, List<Row> held) {
        return switch (this) {
            case LOST_TOMBSTONES ->
                rows.stream()
                        .filter(row -> !(row.ofRecord() && row.tombstone()))
                        .toList();
            case LOST_BACKFILL ->
                rows.stream()
                        .filter(row ->
                                row.tombstone() || row.message().headers().lastHeader("cause") == null)
                        .toList();
            case LATE_LINE_ROWS -> late(rows, held);
            default -> rows;
        };
    }

    private static List<Row> late(List<Row> rows, List<Row> held) {
        if (rows.isEmpty()) {
            return rows;
        }
        List<Row> now =
                new ArrayList<>(rows.stream().filter(row -> !row.ofLine()).toList());
        now.addAll(held);
        held.clear();
        rows.stream().filter(Row::ofLine).forEach(held::add);
        return now;
    }
}
