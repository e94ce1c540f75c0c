package dev.partyline.topology.query;

import java.time.Duration;

/**
 * Until when somebody waits.
 *
 * @param nanos as {@link System#nanoTime}
 */
record Deadline(long nanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** How long that is still; not negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }
}
