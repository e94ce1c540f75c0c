package dev.partyline.topology.visibility;

import java.time.Duration;

/**
 * How walks share a stream thread with live records.
 *
 * @param interval how often a slice may run
 * @param slice how long a slice may take while live records arrive; at least one chunk is walked
 * @param idleSlice how long it may take while none do
 * @param chunk most records read in one go
 */
public record WalkSettings(Duration interval, Duration slice, Duration idleSlice, int chunk) {
    /** Half the thread while live records arrive, most of it while none do. */
    public static final WalkSettings DEFAULT =
            new WalkSettings(Duration.ofMillis(10), Duration.ofMillis(5), Duration.ofMillis(25), 256);
}
