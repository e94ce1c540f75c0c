package dev.partyline.topology.visibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a number's records have followed its access. There is one walk per number and its target is always the latest
 * sight: a new one lets it go on from its cursor and wrap round, so that churn never starves the old end. Immutable.
 *
 * @param cursor the next position to visit
 * @param visited records visited since the walk began, wrap-arounds included
 * @param origin the change behind the target
 * @param segments what each stretch of records was last told under
 * @param pending lines that wait, one per user
 */
record Walk(String cursor, long visited, Origin origin, Segments segments, List<PendingLine> pending) {
    Walk {
        pending = List.copyOf(pending);
    }

    /** No walk under way: every record was told under {@code sight}. */
    static Walk atRest(long sight) {
        return new Walk(Segments.START, 0, Origin.NONE, Segments.whole(sight), List.of());
    }

    /** The same walk, bound for what a further change made of the number. */
    Walk boundFor(Origin newOrigin) {
        return new Walk(cursor, visited, newOrigin, segments, pending);
    }

    /** The same walk; {@code lines} join those that wait, each in the place of its user's earlier one. */
    Walk waitedForBy(List<PendingLine> lines) {
        Map<String, PendingLine> waiting = new LinkedHashMap<>();
        pending.forEach(line -> waiting.put(line.userId(), line));
        lines.forEach(line -> waiting.put(line.userId(), line));
        return new Walk(cursor, visited, origin, segments, List.copyOf(waiting.values()));
    }

    /** The same walk, at the next stretch that is not at {@code target} yet. */
    Walk atNextStretch(long target) {
        return new Walk(segments.nextNotAt(target, cursor), visited, origin, segments, pending);
    }

    /**
     * The walk after visiting {@code records} more, from the cursor up to {@code to}.
     *
     * @param to exclusive; {@link Segments#START}: to the very end, where the walk wraps round
     */
    Walk advanced(String to, long records, long target) {
        return new Walk(to, visited + records, origin, segments.told(cursor, to, target), pending);
    }

    /** Every record has followed. */
    boolean arrived(long target) {
        return segments.allAt(target);
    }

    /** The sight under which a record was last told: the later of the walk's passing by and its own last live event. */
    long told(String position, long recordSight) {
        return Math.max(recordSight, segments.sightAt(position));
    }

    /** Lines whose records have all followed; {@link #withoutFinished} drops them. */
    List<PendingLine> finished() {
        long reached = segments.oldest();
        return pending.stream().filter(line -> line.sight() <= reached).toList();
    }

    Walk withoutFinished() {
        List<PendingLine> waiting = new ArrayList<>(pending);
        waiting.removeAll(finished());
        return waiting.size() == pending.size() ? this : new Walk(cursor, visited, origin, segments, waiting);
    }

    @Nullable
    PendingLine pendingOf(String userId) {
        for (PendingLine line : pending) {
            if (line.userId().equals(userId)) {
                return line;
            }
        }
        return null;
    }
}
