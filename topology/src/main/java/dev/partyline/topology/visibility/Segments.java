package dev.partyline.topology.visibility;

import java.util.ArrayList;
import java.util.List;

/**
 * Under which sight each stretch of a number's records was last told. The stretches cover all positions without gaps,
 * newest first; no two neighbours have the same sight. Immutable.
 */
record Segments(List<Segment> list) {
    /**
     * A stretch that ends where the next one begins.
     *
     * @param from its first position; the first segment's is {@link #START}
     * @param sight of the access it was last told under
     */
    record Segment(String from, long sight) {}

    /** Before every position. */
    static final String START = "";

    Segments {
        if (list.isEmpty() || !list.get(0).from().equals(START)) {
            throw new IllegalArgumentException("segments must cover everything: " + list);
        }
        list = List.copyOf(list);
    }

    /** Everything told under one sight. */
    static Segments whole(long sight) {
        return new Segments(List.of(new Segment(START, sight)));
    }

    long sightAt(String position) {
        return list.get(indexAt(position)).sight();
    }

    /** The oldest sight that any stretch was told under: nothing older is ever asked for again. */
    long oldest() {
        return list.stream().mapToLong(Segment::sight).min().orElseThrow();
    }

    boolean allAt(long sight) {
        return list.size() == 1 && list.get(0).sight() == sight;
    }

    /** The first position at or after {@code from} that is not at {@code sight}, going round; there must be one. */
    String nextNotAt(long sight, String from) {
        int first = indexAt(from);
        for (int i = 0; i <= list.size(); i++) {
            Segment segment = list.get((first + i) % list.size());
            if (segment.sight() != sight) {
                return i == 0 ? from : segment.from();
            }
        }
        throw new IllegalStateException("everything is at " + sight);
    }

    /** Where the stretch that holds {@code position} ends, exclusive; {@link #START}: at the very end. */
    String endOf(String position) {
        int next = indexAt(position) + 1;
        return next == list.size() ? START : list.get(next).from();
    }

    /**
     * The same with everything from {@code from} to {@code to} told under {@code sight}.
     *
     * @param to exclusive; {@link #START}: to the very end
     */
    Segments told(String from, String to, long sight) {
        List<Segment> next = new ArrayList<>();
        for (Segment segment : list) {
            if (segment.from().compareTo(from) < 0) {
                add(next, segment);
            }
        }
        add(next, new Segment(from, sight));
        if (!to.equals(START)) {
            add(next, new Segment(to, sightAt(to)));
            list.stream().filter(segment -> segment.from().compareTo(to) > 0).forEach(segment -> add(next, segment));
        }
        return new Segments(next);
    }

    private static void add(List<Segment> segments, Segment segment) {
        if (segments.isEmpty() || segments.get(segments.size() - 1).sight() != segment.sight()) {
            segments.add(segment);
        }
    }

    private int indexAt(String position) {
        int index = list.size() - 1;
        while (list.get(index).from().compareTo(position) > 0) {
            index--;
        }
        return index;
    }
}
