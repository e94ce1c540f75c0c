package dev.partyline.topology.visibility;

import java.time.Duration;

/**
 * How walks share a stream thread with live records.
 *
 * @param interval how often a slice may run
 * @param slice how long a slice may take; at least one chunk is walked
 * @param chunk most records visited in one go, and rows after which it ends
 */
public record WalkSettings(Duration interval, Duration slice, int chunk) {
    /**
     * At most half the thread. Slices of 25 ms, even only while no records arrive, made the p99 of live delivery during a
     * walk several times as high: docs/decisions/0026.
     */
    public static final WalkSettings DEFAULT = new WalkSettings(Duration.ofMillis(10), Duration.ofMillis(5), 256);
}
