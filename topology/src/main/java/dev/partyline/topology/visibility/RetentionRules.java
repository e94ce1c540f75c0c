package dev.partyline.topology.visibility;

import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import java.time.Duration;
import java.util.OptionalInt;

/** Which records are too old for their number's policy {@code retentionDays}: a filter that depends on the clock. */
final class RetentionRules {
    private RetentionRules() {}

    /**
     * Records that began before this time leave index and feeds; 0: none do.
     *
     * @param days empty: kept for ever
     * @param now wall clock, milliseconds since the epoch
     */
    static long cutoff(OptionalInt days, long now) {
        return days.isEmpty()
                ? 0
                : Math.max(0, now - Duration.ofDays(days.getAsInt()).toMillis());
    }

    /** Whether {@code record} goes; what is erased stays as a mark, so that no later event brings it back. */
    static boolean expired(TelephonyRecord record, long cutoff) {
        return record.getKind() != RecordKind.ERASED && record.getStartedAt().toEpochMilli() < cutoff;
    }
}
