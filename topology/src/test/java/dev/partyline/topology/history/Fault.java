package dev.partyline.topology.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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
    /** Tombstones of record rows reach the feed after what visibility tells next. */
    LATE_WITHDRAWALS,
    /** Record rows that live events caused do not reach the feed. */
    LOST_LIVE_ROWS,
    /** A number's accesses overtake one another. */
    SWAPPED_ACCESSES,
    /** Every fourth access does not arrive. */
    LOST_ACCESSES,
    /** What numbers have met: every fourth does not arrive. */
    LOST_ENCOUNTERS,
    /** Every fourth owner of a contact does not arrive. */
    LOST_CONTACT_ACCESSES,
    /** The owners of a number's contacts overtake one another. */
    SWAPPED_CONTACT_ACCESSES,
    /** The directory hears that numbers have applied an access by which somebody returns as soon as it is told. */
    FORGED_RETURNS;

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
            case LOST_LIVE_ROWS ->
                rows.stream()
                        .filter(row -> row.ofLine() || row.message().headers().lastHeader("cause") != null)
                        .toList();
            case LATE_LINE_ROWS -> late(rows, held, Row::ofLine);
            case LATE_WITHDRAWALS -> late(rows, held, row -> row.ofRecord() && row.tombstone());
            default -> rows;
        };
    }

    private static List<Row> late(List<Row> rows, List<Row> held, Predicate<Row> slow) {
        if (rows.isEmpty()) {
            return rows;
        }
        List<Row> now = new ArrayList<>(rows.stream().filter(slow.negate()).toList());
        now.addAll(held);
        held.clear();
        rows.stream().filter(slow).forEach(held::add);
        return now;
    }
}
