package dev.partyline.topology.visibility;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How fast the walks of one engine may go: what the settings allow, divided by the tasks that are walking. A policy of a whole
 * workspace makes walks in all partitions at once, and live records must not wait for the sum of them. Where none come, walks
 * have the engine to themselves. Safe for many threads.
 */
final class WalkPace {
    /** Without a record for so long, an engine has none to wait for. */
    private static final long QUIET_MILLIS = 1_000;

    private final WalkSettings settings;
    private final AtomicInteger walking = new AtomicInteger();

    private volatile long liveAt;
    private volatile boolean alone;

    WalkPace(WalkSettings settings) {
        this.settings = settings;
    }

    /** A record has come in, at {@code now}: milliseconds since the epoch, as for {@link #sliceBegins}. */
    void live(long now) {
        liveAt = now;
        alone = false;
    }

    /** A task's slice begins. */
    void sliceBegins(long now) {
        alone = now - liveAt > QUIET_MILLIS;
    }

    /** A task begins to walk. */
    void begins() {
        walking.incrementAndGet();
    }

    /** A task has nothing to walk any more, or goes elsewhere. */
    void ends() {
        walking.decrementAndGet();
    }

    /** Rows after which a task's slice ends, and a chunk, too. */
    int rows() {
        return Math.max(1, times(settings.rows()) / share());
    }

    /** How long a task's slice may take, nanoseconds. */
    long sliceNanos() {
        return times(1) * settings.slice().toNanos() / share();
    }

    /** How often a task's slice may run. */
    Duration interval() {
        return settings.interval();
    }

    /** Most records visited in one go. */
    int chunk() {
        return times(settings.chunk());
    }

    private int times(int amount) {
        return alone ? amount * settings.alone() : amount;
    }

    private int share() {
        return Math.max(1, walking.get());
    }
}
