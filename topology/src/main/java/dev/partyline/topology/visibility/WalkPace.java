package dev.partyline.topology.visibility;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How fast the walks of one engine may go: what the settings allow, divided by the tasks that are walking. A policy of a whole
 * workspace makes walks in all partitions at once, and live records must not wait for the sum of them. Safe for many threads.
 */
final class WalkPace {
    private final WalkSettings settings;
    private final AtomicInteger walking = new AtomicInteger();

    WalkPace(WalkSettings settings) {
        this.settings = settings;
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
        return Math.max(1, settings.rows() / share());
    }

    /** How long a task's slice may take, nanoseconds. */
    long sliceNanos() {
        return settings.slice().toNanos() / share();
    }

    /** How often a task's slice may run. */
    Duration interval() {
        return settings.interval();
    }

    /** Most records visited in one go. */
    int chunk() {
        return settings.chunk();
    }

    private int share() {
        return Math.max(1, walking.get());
    }
}
