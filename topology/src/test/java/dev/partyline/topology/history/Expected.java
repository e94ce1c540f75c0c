package dev.partyline.topology.history;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.Outcome;
import dev.partyline.schema.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * What a change must come to.
 *
 * @param version the workspace's change counter after it
 */
record Expected(Outcome outcome, @Nullable RejectionReason reason, long version) {
    static Expected of(ChangeDecision decision) {
        return new Expected(decision.getOutcome(), decision.getReason(), decision.getVersion());
    }
}
