package dev.partyline.topology.directory;

import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.Policy;
import dev.partyline.schema.PolicySet;
import java.util.Optional;

/** Decides changes of policies. A policy looks forward: what it would have refused before stays. */
final class PolicyRules {
    private PolicyRules() {}

    static Verdict setForWorkspace(PolicySet change, Request request) {
        return request.outcome(new Effect.PolicyPut(change.getPolicy()));
    }

    static Verdict setForNumber(NumberPolicySet change, Request request) {
        Optional<Policy> policy = Optional.ofNullable(change.getPolicy());
        DirectoryNumber number = request.view().numberOrUnused(change.getNumber());
        if (policy.isEmpty() && !number.inUse()) {
            return new Verdict.Unchanged();
        }
        DirectoryNumber after = number.with(number.settings().opened().withPolicy(policy));
        return Verdict.refusedOr(
                AdmissionRules.refusalOfNumber(request.view(), change.getNumber()),
                () -> request.outcome(new Effect.NumberPut(change.getNumber(), after)));
    }
}
