package dev.partyline.topology.directory;

import static dev.partyline.schema.RejectionReason.NOT_ASSIGNED;

import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.CallerIdRevoked;
import dev.partyline.schema.PermissionsSet;
import dev.partyline.schema.Policy;
import dev.partyline.schema.RoutingPolicy;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import java.util.List;
import java.util.Optional;

/** Decides changes of one user on one number: assignment, permissions, caller ID access. */
final class LineRules {
    private LineRules() {}

    static Verdict assign(UserAssigned change, Request request) {
        LineId id = new LineId(change.getNumber(), change.getUserId());
        DirectoryLine line = lineOf(id, request);
        Optional<Verdict.Rejected> overLimit =
                line.assigned() ? Optional.empty() : LimitRules.refusalOfAssignment(request.view(), id);
        return admitted(id, assigned(line, change, request), overLimit, request);
    }

    static Verdict unassign(UserUnassigned change, Request request) {
        LineId id = new LineId(change.getNumber(), change.getUserId());
        DirectoryLine line = lineOf(id, request);
        DirectoryNumber number = request.view()
                .numberOrUnused(id.number())
                .with(id.userId(), line.unassignedAt(request.effectiveOn(line)));
        boolean outOfRouting =
                line.assigned() && request.view().policyOn(id.number()).getRouting() == RoutingPolicy.ASSIGNEES;
        return request.outcome(
                new Effect.NumberPut(id.number(), outOfRouting ? number.withoutRouted(id.userId()) : number));
    }

    static Verdict setPermissions(PermissionsSet change, Request request) {
        LineId id = new LineId(change.getNumber(), change.getUserId());
        DirectoryLine line = lineOf(id, request);
        if (!line.assigned()) {
            return new Verdict.Rejected(NOT_ASSIGNED, Details.notAssigned("userId", id.userId(), id.number()));
        }
        return request.outcome(put(
                id, line.with(line.permissions().withAssignment(change.getCalling(), change.getTexting())), request));
    }

    static Verdict grantCallerId(CallerIdGranted change, Request request) {
        LineId id = new LineId(change.getNumber(), change.getUserId());
        DirectoryLine line = lineOf(id, request);
        DirectoryLine granted = line.with(line.permissions().withCallerId(true));
        return admitted(id, granted, Optional.empty(), request);
    }

    static Verdict revokeCallerId(CallerIdRevoked change, Request request) {
        LineId id = new LineId(change.getNumber(), change.getUserId());
        DirectoryLine line = lineOf(id, request);
        return request.outcome(put(id, line.with(line.permissions().withCallerId(false)), request));
    }

    /** {@code line} with everything ended: assignment and caller ID access. */
    static DirectoryLine ended(DirectoryLine line, Request request) {
        DirectoryLine unassigned = line.unassignedAt(request.effectiveOn(line));
        return unassigned.with(unassigned.permissions().withCallerId(false));
    }

    /** What the change states wins; else a fresh assignment starts as the policy grants, and one that stands stays. */
    private static DirectoryLine assigned(DirectoryLine line, UserAssigned change, Request request) {
        Policy policy = request.view().policyOn(change.getNumber());
        Permissions standing = line.permissions();
        boolean calling = Optional.ofNullable(change.getCalling())
                .orElse(line.assigned() ? standing.calling() : policy.getGrantCalling());
        boolean texting = Optional.ofNullable(change.getTexting())
                .orElse(line.assigned() ? standing.texting() : policy.getGrantTexting());
        return line.assigned()
                ? line.with(standing.withAssignment(calling, texting))
                : line.assignedAt(request.effectiveOn(line), calling, texting);
    }

    /** {@code line} as it is to be, if number and user are admitted and nothing is over its limit. */
    private static Verdict admitted(
            LineId id, DirectoryLine line, Optional<Verdict.Rejected> overLimit, Request request) {
        DirectoryView view = request.view();
        DirectoryNumber after = view.numberOrUnused(id.number()).opened().with(id.userId(), line);
        List<String> user = List.of(id.userId());
        return Verdict.refusedOr(
                AdmissionRules.refusalOfNumber(view, id.number())
                        .or(() -> AdmissionRules.refusalOfUsers(view, "userId", user))
                        .or(() -> overLimit)
                        .or(() -> LimitRules.refusalOfCrowd(id.number(), after)),
                () -> request.outcome(
                        AdmissionRules.withNewcomers(view, user, new Effect.NumberPut(id.number(), after))));
    }

    private static Effect put(LineId id, DirectoryLine line, Request request) {
        return new Effect.NumberPut(
                id.number(), request.view().numberOrUnused(id.number()).with(id.userId(), line));
    }

    private static DirectoryLine lineOf(LineId id, Request request) {
        return request.view().numberOrUnused(id.number()).line(id.userId());
    }
}
