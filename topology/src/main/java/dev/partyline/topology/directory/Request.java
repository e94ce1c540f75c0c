package dev.partyline.topology.directory;

import dev.partyline.schema.DirectoryChange;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A change to be decided, what it meets, and when the broker appended it.
 *
 * @param appendedAt milliseconds since the epoch
 */
record Request(DirectoryChange change, DirectoryView view, long appendedAt) {
    /** Empty: the trusted upstream itself. */
    Optional<String> actorId() {
        return Optional.ofNullable(change.getActorId());
    }

    /** When a switch of {@code line} by this change takes effect. */
    long effectiveOn(DirectoryLine line) {
        Optional<Instant> occurredAt = Optional.ofNullable(change.getOccurredAt());
        OptionalLong millis =
                occurredAt.map(at -> OptionalLong.of(at.toEpochMilli())).orElse(OptionalLong.empty());
        return SwitchRules.effectiveAt(millis, appendedAt, line.lastSwitch());
    }

    /** Accepted with those of {@code effects} that make a difference; unchanged when none does. */
    Verdict outcome(Effect... effects) {
        return outcome(Arrays.asList(effects));
    }

    /** As {@link #outcome(Effect...)}. */
    Verdict outcome(List<Effect> effects) {
        List<Effect> real =
                effects.stream().filter(effect -> effect.changes(view)).toList();
        return real.isEmpty() ? new Verdict.Unchanged() : new Verdict.Accepted(real);
    }
}
