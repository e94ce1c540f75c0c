package dev.partyline.bench;

import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Latencies of one kind, collected from any thread. */
public final class Latencies {
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.99;
    private static final double HIGHEST = 0.999;

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    public void add(long elapsedNanos) {
        nanos.add(elapsedNanos);
    }

    public int count() {
        return nanos.size();
    }

    public double p50() {
        return percentile(MEDIAN);
    }

    public double p99() {
        return percentile(HIGH);
    }

    /** In milliseconds, of the samples so far; NaN when there are none. */
    double percentile(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, rank)] / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    /** A table row: name, samples, p50, p99, in milliseconds. */
    public String row(String name) {
        return String.format(Locale.ROOT, "%-28s %8d %10.1f %10.1f", name, count(), p50(), p99());
    }

    /** As {@link #row}, with p99.9. */
    public String rowToP999(String name) {
        return String.format(Locale.ROOT, "%s %10.1f", row(name), percentile(HIGHEST));
    }
}
