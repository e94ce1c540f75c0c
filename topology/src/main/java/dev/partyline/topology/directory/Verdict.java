package dev.partyline.topology.directory;

import dev.partyline.schema.RejectionReason;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is decided on a change. */
sealed interface Verdict {
    /** It applies; {@code effects} are to be put in this order, and each makes a difference. */
    record Accepted(List<Effect> effects) implements Verdict {
        public Accepted {
            effects = List.copyOf(effects);
        }
    }

    /** Everything is as before. */
    record Unchanged() implements Verdict {}

    /** Refused; {@code detail} names the field and the remedy, for people. */
    record Rejected(RejectionReason reason, String detail) implements Verdict {}

    /** The refusal, if there is one; else what {@code otherwise} decides. */
    static Verdict refusedOr(Optional<Rejected> refusal, Supplier<Verdict> otherwise) {
        return refusal.isPresent() ? refusal.get() : otherwise.get();
    }
}
