package dev.partyline.bench.report;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Latencies in nanoseconds, many of them; from one thread. */
public final class Samples {
    private static final int FIRST_CAPACITY = 1 << 16;

    private long[] nanos = new long[FIRST_CAPACITY];
    private int count;

    public void add(long elapsedNanos) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = elapsedNanos;
    }

    public int count() {
        return count;
    }

    /**
     * In milliseconds; NaN when there are no samples.
     *
     * @param share 0.99: the latency that 99 of 100 samples do not exceed
     */
    public double percentile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * count) - 1;
        return sorted[Math.max(0, rank)] / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
