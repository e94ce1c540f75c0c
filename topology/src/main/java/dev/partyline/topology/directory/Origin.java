package dev.partyline.topology.directory;

import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.PolicySet;
import java.util.Optional;

/**
 * Why something is told.
 *
 * @param changeId the change behind it; empty: a record's encounter
 * @param actorId who asked for that change; empty: the trusted upstream
 * @param policy whether it is a change of policy
 * @param at when it was appended, milliseconds since the epoch
 */
record Origin(Optional<String> changeId, Optional<String> actorId, boolean policy, long at) {
    static Origin of(Request request) {
        Object change = request.change().getChange();
        return new Origin(
                Optional.of(request.change().getChangeId()),
                request.actorId(),
                change instanceof PolicySet || change instanceof NumberPolicySet,
                request.appendedAt());
    }

    static Origin ofEncounter(long at) {
        return new Origin(Optional.empty(), Optional.empty(), false, at);
    }
}
