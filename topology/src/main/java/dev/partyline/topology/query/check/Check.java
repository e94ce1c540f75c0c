package dev.partyline.topology.query.check;

import java.util.Optional;

/**
 * One question: may the user do this?
 *
 * @param number which number; empty for VIEW_RECORD, and at will for ASSIGN
 * @param record which record; of VIEW_RECORD alone
 */
public record Check(String userId, Action action, Optional<String> number, Optional<RecordKey> record) {
    /** @throws IllegalArgumentException when the action is not about what is given */
    public Check {
        if (action.needsNumber() && number.isEmpty()) {
            throw new IllegalArgumentException(action + " is about a number");
        }
        if ((action == Action.VIEW_RECORD) != record.isPresent() || record.isPresent() && number.isPresent()) {
            throw new IllegalArgumentException("a record is what VIEW_RECORD is about, and nothing else is");
        }
    }

    /** May the user do {@code action} on the number? Not of VIEW_RECORD. */
    public static Check onNumber(String userId, Action action, String number) {
        return new Check(userId, action, Optional.of(number), Optional.empty());
    }

    /** May the user change assignments? */
    public static Check assign(String userId) {
        return new Check(userId, Action.ASSIGN, Optional.empty(), Optional.empty());
    }

    /** May the user see the record? */
    public static Check ofRecord(String userId, RecordKey record) {
        return new Check(userId, Action.VIEW_RECORD, Optional.empty(), Optional.of(record));
    }
}
