package dev.partyline.api.replay;

import java.time.Instant;
import java.util.List;

/** A line of an assignment log: a user joins a number or leaves it. */
record AssignmentLine(Instant at, boolean assign, String number, String user) {
    static final List<String> COLUMNS = List.of("at", "action", "number", "user");

    /**
     * Reads the fields, in the order of {@link #COLUMNS}.
     *
     * @throws IllegalArgumentException naming the field at fault and what is wanted there
     */
    static AssignmentLine parse(List<String> fields) {
        return new AssignmentLine(
                Fields.instant("at", fields.get(0)),
                Fields.oneOf("action", fields.get(1), "assign", "unassign"),
                Fields.number("number", fields.get(2)),
                Fields.id("user", fields.get(3)));
    }
}
