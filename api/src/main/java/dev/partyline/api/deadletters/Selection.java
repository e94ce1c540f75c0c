package dev.partyline.api.deadletters;

import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.intake.DeadLetter.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * Which dead letters are meant; what is empty is any.
 *
 * @param since buried then or later
 * @param pending only those that were not sent again yet
 */
public record Selection(Optional<Reason> reason, Optional<Source> source, Optional<Instant> since, boolean pending) {
    /** All of them. */
    public static final Selection ALL = new Selection(Optional.empty(), Optional.empty(), Optional.empty(), false);

    boolean has(Summary letter, Topics topics) {
        return reason.map(wanted -> wanted.name().equals(letter.reason())).orElse(true)
                && source.map(wanted -> Source.of(topics, letter.topic()).equals(Optional.of(wanted)))
                        .orElse(true)
                && since.map(time -> !letter.buriedAt().isBefore(time)).orElse(true)
                && !(pending && letter.sentAgain().isPresent());
    }
}
