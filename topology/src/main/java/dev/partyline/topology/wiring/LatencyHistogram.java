package dev.partyline.topology.wiring;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** How long something took, counted by how many milliseconds at most. Safe for many threads, and cheap enough for each row. */
public final class LatencyHistogram {
    private static final long[] AT_MOST_MILLIS = {
        5, 10, 25, 50, 75, 100, 150, 200, 300, 500, 750, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000
    };

    private final LongAdder[] counts = new LongAdder[AT_MOST_MILLIS.length + 1];
    private final LongAdder sumMillis = new LongAdder();

    LatencyHistogram() {
        Arrays.setAll(counts, bucket -> new LongAdder());
    }

    /**
     * How often each bound was kept.
     *
     * @param atMostMillis the buckets' upper bounds, rising; the last bucket has none
     * @param counts of each bucket alone, one more than bounds
     * @param sumMillis of all durations
     */
    public record Snapshot(List<Long> atMostMillis, List<Long> counts, long sumMillis) {}

    /** A clock that runs behind makes a duration of less than nothing: it counts as none. */
    void add(long millis) {
        long duration = Math.max(0, millis);
        int found = Arrays.binarySearch(AT_MOST_MILLIS, duration);
        counts[found >= 0 ? found : -found - 1].increment();
        sumMillis.add(duration);
    }

    Snapshot snapshot() {
        return new Snapshot(
                Arrays.stream(AT_MOST_MILLIS).boxed().toList(),
                Arrays.stream(counts).map(LongAdder::sum).toList(),
                sumMillis.sum());
    }
}
