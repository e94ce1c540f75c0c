package dev.partyline.api.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Points in time as callers write them: milliseconds since the epoch, or ISO 8601 with a zone. */
public final class Times {
    /** The accepted forms, in words, for error messages. */
    public static final String FORM =
            "milliseconds since the epoch, not negative, or ISO 8601 with a zone such as 2026-01-31T09:00:00Z";

    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,18}");

    private Times() {}

    /** Reads either form; empty when it is neither, or before 1970. */
    public static Optional<Instant> parse(String text) {
        if (MILLIS.matcher(text).matches()) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        try {
            return notNegative(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // to the caller of the API: the message that names the forms
        }
    }

    /** Reads either form in JSON, a string or a whole number; empty when it is neither, or before 1970. */
    public static Optional<Instant> read(JsonNode json) {
        if (json.isTextual()) {
            return parse(json.textValue());
        }
        return json.isIntegralNumber() && json.canConvertToLong() ? ofMillis(json.longValue()) : Optional.empty();
    }

    /** Milliseconds since the epoch; empty when negative. */
    public static Optional<Instant> ofMillis(long millis) {
        return millis < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static Optional<Instant> notNegative(Instant instant) {
        try {
            return ofMillis(instant.toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty(); // beyond what milliseconds can say
        }
    }
}
