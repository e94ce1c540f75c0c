package dev.partyline.api.deadletters;

import java.time.Instant;
import java.util.Optional;

/**
 * A dead letter in a line: what is kept of each while all are looked at.
 *
 * @param topic from which the engine took it
 * @param key printable, and no longer than a line
 * @param cut whether only its beginning is there
 * @param sentAgain when it was last sent again; empty: never
 */
public record Summary(
        Place place,
        Instant buriedAt,
        String topic,
        String key,
        String reason,
        boolean cut,
        Optional<Instant> sentAgain) {
    private static final int KEY_LENGTH = 40;

    static Summary of(Letter letter) {
        return new Summary(
                letter.place(),
                letter.buriedAt(),
                Printable.text(letter.topic()),
                Printable.clipped(Printable.text(letter.key()), KEY_LENGTH),
                Printable.text(letter.reason()),
                letter.cut().isPresent(),
                Optional.empty());
    }

    Summary sentAgain(Optional<Instant> at) {
        return new Summary(place, buriedAt, topic, key, reason, cut, at);
    }
}
