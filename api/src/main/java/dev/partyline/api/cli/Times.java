package dev.partyline.api.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.TypeConversionException;

/** Times in the past as people write them: {@code 2h} ago, {@code 3d} ago, or {@code 2026-11-26T09:00:00Z}. */
final class Times {
    private Times() {}

    static Instant parse(String text, Clock clock) {
        try {
            return text.contains("T") ? Instant.parse(text) : clock.instant().minus(Durations.parse(text));
        } catch (DateTimeException | TypeConversionException e) {
            throw new TypeConversionException(
                    "'" + text + "' is no time; write for example 30m, 2h, 3d (ago) or 2026-11-26T09:00:00Z");
        }
    }
}
