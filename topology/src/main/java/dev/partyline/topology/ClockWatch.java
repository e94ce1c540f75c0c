package dev.partyline.topology;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the clock has been set back. Kafka's clients count their waits by it: a connection that was to be tried again
 * in 50 ms is then not tried before the clock is where it was, and the same goes for heartbeats and for walks. Whoever runs
 * on stands still for as long as the step was (docs/decisions/0081).
 */
final class ClockWatch implements AutoCloseable {
    /** What is shorter is waited for. */
    private static final long LONGEST_STEP_MILLIS = 10_000;

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final LongSupplier clockMillis;
    private final LongSupplier monotonicNanos;
    private final Thread thread;
    private long before;

    /**
     * @param setBack called once, on a thread of its own, when the clock has been set back by more than ten seconds
     */
    ClockWatch(LongSupplier clockMillis, LongSupplier monotonicNanos, Runnable setBack) {
        this.clockMillis = clockMillis;
        this.monotonicNanos = monotonicNanos;
        this.before = ahead();
        this.thread = new Thread(() -> watch(setBack), "partyline-clock");
        thread.setDaemon(true);
    }

    /** On the clocks of this machine. */
    static ClockWatch start(Runnable setBack) {
        ClockWatch watch = new ClockWatch(System::currentTimeMillis, System::nanoTime, setBack);
        watch.thread.start();
        return watch;
    }

    /** Whether the clock has been set back since the last look. */
    boolean wasSetBack() {
        long now = ahead();
        long step = now - before;
        before = now;
        return step < -LONGEST_STEP_MILLIS;
    }

    /** Ends the watch; it does not wait for it. */
    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch(Runnable setBack) {
        while (!Thread.currentThread().isInterrupted()) {
            if (wasSetBack()) {
                LOG.error("the clock has been set back: Kafka's clients would stand still until it is where it was");
                setBack.run();
                return;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** How far the clock is ahead of the time that never steps; what this is at the start means nothing. */
    private long ahead() {
        return clockMillis.getAsLong() - TimeUnit.NANOSECONDS.toMillis(monotonicNanos.getAsLong());
    }
}
