package dev.partyline.api.replay;

import java.time.Duration;
import java.util.Locale;

/**
 * What a replay came to.
 *
 * @param calls events published from call logs
 * @param changes events published from the assignment log
 * @param badLines lines that could not be used
 * @param run deliveries, and the time they took
 */
record Totals(long calls, long changes, long badLines, Run run) {
    private static final double MILLIS = 1000.0;

    /**
     * The engine's part.
     *
     * @param deliveries record rows written to the feeds, tombstones included
     * @param time from the first event published to the last row committed
     */
    record Run(long deliveries, Duration time) {}

    /** For people, over several lines. */
    String text() {
        double seconds = Math.max(1, run.time().toMillis()) / MILLIS;
        return String.format(
                Locale.ROOT,
                "calls       %,d%nchanges     %,d%nbad lines   %,d%nseconds     %.1f%ndeliveries  %,d (%,d per second)%n",
                calls,
                changes,
                badLines,
                seconds,
                run.deliveries(),
                (long) (run.deliveries() / seconds));
    }
}
