package dev.partyline.api.http;

import dev.partyline.topology.query.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where a page ended, as callers get it and give it back: opaque to them. */
final class Cursors {
    private Cursors() {}

    /** The cursor of the page after; null: there is none. */
    static @Nullable String next(Page<?> page) {
        return page.next().map(Cursors::of).orElse(null);
    }

    /** The place that a cursor stands for; empty when it is nothing that a page of this kind gave out. */
    static Optional<String> place(String cursor, Predicate<String> form) {
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return Optional.of(place).filter(form);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // to the caller of the API: the message that says what it must be
        }
    }

    private static String of(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }
}
