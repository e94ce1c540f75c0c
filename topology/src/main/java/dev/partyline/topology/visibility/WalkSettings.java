package dev.partyline.topology.visibility;

import java.time.Duration;

/**
 * How walks share an engine with live records.
 *
 * @param interval how often a slice may run
 * @param slice how long a slice may take; at least one chunk is walked
 * @param rows rows of the feed after which a slice ends, and a chunk, too
 * @param chunk most records visited in one go, between two looks at the clock
 */
public record WalkSettings(Duration interval, Duration slice, int rows, int chunk) {
    /**
     * At most half the thread, and at most some 50,000 rows a second: as many as the view takes in beside live records.
     * Longer slices, more rows and larger chunks each made the p99 of live delivery during a walk several times as high:
     * docs/decisions/0026.
     */
    public static final WalkSettings DEFAULT = new WalkSettings(Duration.ofMillis(10), Duration.ofMillis(5), 512, 32);
}
