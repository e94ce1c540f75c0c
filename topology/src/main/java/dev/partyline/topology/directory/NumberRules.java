package dev.partyline.topology.directory;

import static dev.partyline.schema.RejectionReason.NUMBER_UNKNOWN;

import dev.partyline.schema.NumberReleased;
import dev.partyline.schema.NumberSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Decides changes of numbers. A released number keeps its history and may be used again. */
final class NumberRules {
    private NumberRules() {}

    static Verdict set(NumberSet change, Request request) {
        DirectoryNumber number = request.view().numberOrUnused(change.getNumber());
        NumberSettings settings = number.settings().opened().withLabel(Optional.ofNullable(change.getLabel()));
        return request.outcome(new Effect.NumberPut(change.getNumber(), number.with(settings)));
    }

    static Verdict release(NumberReleased change, Request request) {
        DirectoryNumber number = request.view().numberOrUnused(change.getNumber());
        return number.inUse()
                ? request.outcome(new Effect.NumberPut(change.getNumber(), released(number, request)))
                : new Verdict.Rejected(NUMBER_UNKNOWN, Details.nothingToRelease(change.getNumber()));
    }

    private static DirectoryNumber released(DirectoryNumber number, Request request) {
        Map<String, DirectoryLine> ended = new TreeMap<>(number.lines());
        ended.replaceAll((userId, line) -> LineRules.ended(line, request));
        return number.withLines(ended).with(DirectoryNumber.NOBODY).with(NumberSettings.UNUSED);
    }
}
