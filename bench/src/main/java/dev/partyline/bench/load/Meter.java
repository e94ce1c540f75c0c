package dev.partyline.bench.load;

import dev.partyline.bench.report.Progress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Watches something grow. */
public final class Meter {
    private static final long BETWEEN_LOOKS_MILLIS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration QUIET = Duration.ofSeconds(1);

    private Meter() {}

    /**
     * Looks until {@code position} has grown by {@code total}.
     *
     * @param base where it begins to count
     * @param alive whether there is anything left to wait for
     * @throws IllegalStateException when it does not come that far
     */
    public static Progress follow(LongSupplier position, long base, long total, BooleanSupplier alive)
            throws InterruptedException {
        Progress progress = new Progress();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long count = 0;
        while (count < total) {
            count = position.getAsLong() - base;
            long now = System.nanoTime();
            progress.add(now, count);
            if (now > deadline || !alive.getAsBoolean()) {
                throw new IllegalStateException("it came to " + count + " of " + total + " and no further");
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        }
        return progress;
    }

    /** Returns when {@code position} has not changed for a second. */
    public static void awaitRest(LongSupplier position) throws InterruptedException {
        long last = position.getAsLong();
        long since = System.nanoTime();
        while (System.nanoTime() - since < QUIET.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            long now = position.getAsLong();
            if (now != last) {
                last = now;
                since = System.nanoTime();
            }
        }
    }
}
