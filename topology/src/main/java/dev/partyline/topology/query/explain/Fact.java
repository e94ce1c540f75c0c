package dev.partyline.topology.query.explain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule looked at.
 *
 * @param fact what it is, in words
 * @param value a string, a boolean, a time or a list of strings; null: there is none
 * @param since from when on it was so; null: not said, or always
 * @param until until when, exclusive; null: not said, or it still is
 */
public record Fact(
        String fact,
        @Nullable Object value,
        @Nullable Instant since,
        @Nullable Instant until) {

    static Fact of(String fact, @Nullable String value) {
        return new Fact(fact, value, null, null);
    }

    static Fact of(String fact, boolean value) {
        return new Fact(fact, value, null, null);
    }

    static Fact of(String fact, Instant value) {
        return new Fact(fact, value, null, null);
    }

    static Fact of(String fact, List<String> values) {
        return new Fact(fact, List.copyOf(values), null, null);
    }
}
