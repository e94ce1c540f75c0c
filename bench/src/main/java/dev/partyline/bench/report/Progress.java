package dev.partyline.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How far something had come at which moments; from one thread. */
public final class Progress {
    private final List<Mark> marks = new ArrayList<>();

    private record Mark(long nanos, long count) {}

    /** @param nanos by {@link System#nanoTime}; neither it nor {@code count} ever falls */
    public void add(long nanos, long count) {
        marks.add(new Mark(nanos, count));
    }

    /**
     * The rate per second between two shares of {@code total}: from the first look at which one had been reached to the
     * first at which the other had, so that neither start nor end counts.
     *
     * @throws IllegalStateException when it did not come that far, or came through in one look
     */
    public double rate(long total, double from, double to) {
        Mark begin = reached(total * from);
        Mark end = reached(total * to);
        if (begin.nanos() == end.nanos()) {
            throw new IllegalStateException("too few rows to measure a rate: all came between two looks");
        }
        return (end.count() - begin.count()) * (double) TimeUnit.SECONDS.toNanos(1) / (end.nanos() - begin.nanos());
    }

    private Mark reached(double count) {
        return marks.stream()
                .filter(mark -> mark.count() >= count)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("it did not come to " + (long) count));
    }
}
