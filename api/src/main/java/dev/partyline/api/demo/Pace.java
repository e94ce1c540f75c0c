package dev.partyline.api.demo;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast the day is played.
 *
 * @param usual pause between events when there is time
 * @param total from the process's start to its end; empty: no end
 */
public record Pace(Duration usual, Optional<Duration> total) {
    /** Kept free at the end, for the summary to be read. */
    private static final Duration FOR_THE_SUMMARY = Duration.ofSeconds(2);

    /**
     * The pause before the next event: shorter than usual when the time left would else not do, none when it is over.
     *
     * @param age how long the process has run
     * @param eventsLeft events still to be played, at least 1
     */
    Duration pause(Duration age, int eventsLeft) {
        if (total.isEmpty()) {
            return usual;
        }
        Duration share = total.get().minus(FOR_THE_SUMMARY).minus(age).dividedBy(eventsLeft);
        if (share.isNegative()) {
            return Duration.ZERO;
        }
        return share.compareTo(usual) < 0 ? share : usual;
    }
}
