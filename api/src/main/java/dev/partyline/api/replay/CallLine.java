package dev.partyline.api.replay;

import java.time.Instant;
import java.util.List;

/**
 * A call of a call log.
 *
 * @param contactId empty: an unknown caller
 * @param agent who answered; empty: nobody, or not recorded
 */
record CallLine(
        String callId,
        Instant startedAt,
        String number,
        String contactId,
        String agent,
        boolean missed,
        int durationSeconds) {
    static final List<String> COLUMNS =
            List.of("call_id", "started_at", "number", "contact_id", "agent", "outcome", "duration_s");

    /**
     * Reads the fields, in the order of {@link #COLUMNS}.
     *
     * @throws IllegalArgumentException naming the field at fault and what is wanted there
     */
    static CallLine parse(List<String> fields) {
        return new CallLine(
                Fields.id("call_id", fields.get(0)),
                Fields.instant("started_at", fields.get(1)),
                Fields.number("number", fields.get(2)),
                Fields.optionalId("contact_id", fields.get(3)),
                Fields.optionalId("agent", fields.get(4)),
                Fields.oneOf("outcome", fields.get(5), "missed", "answered"),
                Fields.seconds("duration_s", fields.get(6)));
    }
}
