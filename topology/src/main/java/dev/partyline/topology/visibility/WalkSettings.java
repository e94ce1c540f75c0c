package dev.partyline.topology.visibility;

import java.time.Duration;

/**
 * How walks share an engine with live records.
 *
 * @param interval how often a slice may run
 * @param slice how long a slice may take; at least one chunk is walked
 * @param rows rows of the feed after which a slice ends, and a chunk, too
 * @param chunk most records visited in one go, between two looks at the clock
 * @param alone how many times as much of all three while no record has come in for a second
 */
public record WalkSettings(Duration interval, Duration slice, int rows, int chunk, int alone) {
    /**
     * Beside live records at most half the thread, and some 50,000 rows a second: as many as the view takes in, too.
     * Longer slices, more rows and larger chunks each made the p99 of live delivery during a walk several times as high:
     * docs/decisions/0026.
     */
    public static final WalkSettings DEFAULT =
            new WalkSettings(Duration.ofMillis(10), Duration.ofMillis(5), 512, 32, 1);

    /**
     * The same, but sixteen times as much where no record comes in: of an engine without a view. With one, whoever reads
     * would wait until the view has taken in what such a walk writes.
     */
    public static final WalkSettings WITHOUT_VIEW =
            new WalkSettings(DEFAULT.interval(), DEFAULT.slice(), DEFAULT.rows(), DEFAULT.chunk(), 16);
}
