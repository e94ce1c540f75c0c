package dev.partyline.topology.directory;

import static dev.partyline.schema.RejectionReason.INVALID;

import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.CallerIdRevoked;
import dev.partyline.schema.ContactOwnerSet;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.MemberRemoved;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.NumberReleased;
import dev.partyline.schema.NumberSet;
import dev.partyline.schema.PermissionsSet;
import dev.partyline.schema.PolicySet;
import dev.partyline.schema.RoutingSet;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Decides changes (DESIGN 4) and applies what was decided. Deciding changes nothing; applying decides nothing. */
final class DirectoryRules {
    /** Every change type that is decided: what its actor needs, and who decides it. */
    private static final List<Rule<?>> RULES = List.of(
            new Rule<>(MemberSet.class, Right.ADMINISTER, MemberRules::set),
            new Rule<>(MemberRemoved.class, Right.ADMINISTER, MemberRules::remove),
            new Rule<>(NumberSet.class, Right.ADMINISTER, NumberRules::set),
            new Rule<>(NumberPolicySet.class, Right.ADMINISTER, PolicyRules::setForNumber),
            new Rule<>(NumberReleased.class, Right.ADMINISTER, NumberRules::release),
            new Rule<>(UserAssigned.class, Right.ASSIGN, LineRules::assign),
            new Rule<>(UserUnassigned.class, Right.ASSIGN, LineRules::unassign),
            new Rule<>(PermissionsSet.class, Right.ASSIGN, LineRules::setPermissions),
            new Rule<>(CallerIdGranted.class, Right.ASSIGN, LineRules::grantCallerId),
            new Rule<>(CallerIdRevoked.class, Right.ASSIGN, LineRules::revokeCallerId),
            new Rule<>(RoutingSet.class, Right.ASSIGN, RoutingRules::set),
            new Rule<>(ContactOwnerSet.class, Right.ASSIGN, ContactRules::setOwner),
            new Rule<>(PolicySet.class, Right.ADMINISTER, PolicyRules::setForWorkspace));

    private DirectoryRules() {}

    private record Rule<C>(Class<C> type, Right right, BiFunction<C, Request, Verdict> decider) {
        Verdict decide(Request request) {
            C change = type.cast(request.change().getChange());
            return Verdict.refusedOr(ActorRules.refusal(request, right), () -> decider.apply(change, request));
        }
    }

    /** What becomes of a change in the directory as it is; changes nothing. */
    static Verdict decide(Request request) {
        DirectoryChange change = request.change();
        return Verdict.refusedOr(undecidable(change), () -> ruleFor(change).decide(request));
    }

    /** The directory after an accepted change: one version on, with its effects put on it in order. */
    static DirectoryDelta apply(DirectoryView before, Verdict.Accepted accepted) {
        DirectoryDelta after = DirectoryDelta.ofChange(before);
        accepted.effects().forEach(after::put);
        return after;
    }

    private static Optional<Verdict.Rejected> undecidable(DirectoryChange change) {
        return ChangeRules.validate(change).map(ChangeProblem::detail).map(why -> new Verdict.Rejected(INVALID, why));
    }

    private static Rule<?> ruleFor(DirectoryChange change) {
        Object type = change.getChange();
        return RULES.stream()
                .filter(rule -> rule.type().isInstance(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rule for " + type));
    }
}
