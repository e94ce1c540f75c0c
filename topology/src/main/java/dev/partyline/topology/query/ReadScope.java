package dev.partyline.topology.query;

import java.util.OptionalLong;

/**
 * What may be done for one reader, whose questions are all asked on one thread: unless it is said that standbys will do,
 * only stores at work answer.
 */
public final class ReadScope {
    private final ThreadLocal<Reading> current = new ThreadLocal<>();

    /** What is known of the reading at hand. */
    private static final class Reading {
        private OptionalLong lag = OptionalLong.empty();
    }

    /** From now on, standbys will do where the store at work does not answer. To be {@link #end ended}. */
    public void beginWithStandbys() {
        current.set(new Reading());
    }

    /**
     * Nothing more will be asked.
     *
     * @return how many messages a standby that answered was behind, or {@link Rows#UNKNOWN_LAG}; empty: none answered
     */
    public OptionalLong end() {
        Reading reading = current.get();
        current.remove();
        return reading == null ? OptionalLong.empty() : reading.lag;
    }

    boolean standbysWillDo() {
        return current.get() != null;
    }

    void answeredByStandby(long lag) {
        Reading reading = current.get();
        if (reading != null) {
            boolean unknown = lag == Rows.UNKNOWN_LAG || reading.lag.orElse(0) == Rows.UNKNOWN_LAG;
            reading.lag = OptionalLong.of(unknown ? Rows.UNKNOWN_LAG : Math.max(lag, reading.lag.orElse(0)));
        }
    }
}
