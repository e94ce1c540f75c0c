package dev.partyline.topology.directory;

import static dev.partyline.schema.RejectionReason.NOT_ASSIGNED;

import dev.partyline.schema.Routing;
import dev.partyline.schema.RoutingPolicy;
import dev.partyline.schema.RoutingSet;
import java.util.List;
import java.util.Optional;

/** Decides who is in a number's routing (GHL-7, AL-6). */
final class RoutingRules {
    private RoutingRules() {}

    static Verdict set(RoutingSet change, Request request) {
        DirectoryView view = request.view();
        DirectoryNumber number = view.numberOrUnused(change.getNumber());
        List<String> userIds = List.copyOf(change.getUserIds());
        if (userIds.isEmpty() && !number.inUse()) {
            return new Verdict.Unchanged();
        }
        DirectoryNumber after = number.opened().with(new Routing(userIds, change.getMode()));
        return Verdict.refusedOr(
                AdmissionRules.refusalOfNumber(view, change.getNumber())
                        .or(() -> AdmissionRules.refusalOfUsers(view, "userIds", userIds))
                        .or(() -> refusalOfUnassigned(view, change.getNumber(), userIds))
                        .or(() -> LimitRules.refusalOfCrowd(change.getNumber(), after)),
                () -> request.outcome(
                        AdmissionRules.withNewcomers(view, userIds, new Effect.NumberPut(change.getNumber(), after))));
    }

    private static Optional<Verdict.Rejected> refusalOfUnassigned(
            DirectoryView view, String number, List<String> userIds) {
        if (view.policyOn(number).getRouting() == RoutingPolicy.ANYONE) {
            return Optional.empty();
        }
        return userIds.stream()
                .filter(userId -> !view.numberOrUnused(number).line(userId).assigned())
                .findFirst()
                .map(userId -> new Verdict.Rejected(NOT_ASSIGNED, Details.notAssigned("userIds", userId, number)));
    }
}
