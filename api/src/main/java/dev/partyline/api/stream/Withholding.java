package dev.partyline.api.stream;

import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a user's lines hide that may still stand in the feed (decision 0045). While a line's walk is under way its row may
 * already hide records whose own rows have not gone yet. If such a line shows them again before the walk is done, the
 * engine writes nothing for them: whoever was not sent them, or dropped them, would miss them. Immutable.
 *
 * @param unknown there were too many such lines to remember: it may be any
 * @param showsFrom by the hash of a number, from which {@code startedAt} on (milliseconds since the epoch) its records show
 */
record Withholding(boolean unknown, SortedMap<Integer, Long> showsFrom) {
    /** No line hides anything that still stands. */
    static final Withholding NONE = new Withholding(false, new TreeMap<>());
    /** Any line may: there were too many to remember. */
    static final Withholding UNKNOWN = new Withholding(true, new TreeMap<>());

    private static final long EVERYTHING = Long.MIN_VALUE;
    private static final long NOTHING = Long.MAX_VALUE;

    Withholding {
        showsFrom = Collections.unmodifiableSortedMap(new TreeMap<>(showsFrom));
    }

    static Withholding of(Collection<LineState> lines) {
        Withholding all = NONE;
        for (LineState line : lines) {
            all = all.with(line);
        }
        return all;
    }

    /** The same after a line row. */
    Withholding with(LineState line) {
        long from = from(line);
        boolean hides = line.getState() != LineStatus.LIVE && from > EVERYTHING;
        int number = line.getNumber().hashCode();
        if (hides) {
            return Long.valueOf(from).equals(showsFrom.get(number)) ? this : put(number, from);
        }
        return without(line.getNumber());
    }

    /** The same after a line has gone: with it went its records. */
    Withholding without(String number) {
        if (!showsFrom.containsKey(number.hashCode())) {
            return this;
        }
        SortedMap<Integer, Long> fewer = new TreeMap<>(showsFrom);
        fewer.remove(number.hashCode());
        return new Withholding(unknown, fewer);
    }

    /** Whether a line row shows what was hidden so far and may still stand: it will not be written again. */
    boolean uncoveredBy(LineState line) {
        long hiddenBefore = showsFrom.getOrDefault(line.getNumber().hashCode(), unknown ? NOTHING : EVERYTHING);
        return from(line) < hiddenBefore;
    }

    /** What is hidden by this or by {@code other}. */
    Withholding and(Withholding other) {
        if (other == NONE || other == this) {
            return this;
        }
        SortedMap<Integer, Long> both = new TreeMap<>(showsFrom);
        other.showsFrom.forEach((number, from) -> both.merge(number, from, Math::max));
        return new Withholding(unknown || other.unknown, both);
    }

    private Withholding put(int number, long from) {
        SortedMap<Integer, Long> more = new TreeMap<>(showsFrom);
        more.put(number, from);
        return new Withholding(unknown, more);
    }

    private static long from(LineState line) {
        if (!line.getAssigned()) {
            return NOTHING;
        }
        return line.getVisibleFrom() == null ? EVERYTHING : line.getVisibleFrom();
    }
}
