package dev.partyline.topology.query.check;

import static dev.partyline.topology.query.check.CheckRule.ADMIN_ASSIGNS;
import static dev.partyline.topology.query.check.CheckRule.ASSIGNED;
import static dev.partyline.topology.query.check.CheckRule.ASSIGNED_FIRST;
import static dev.partyline.topology.query.check.CheckRule.CALLER_ID;
import static dev.partyline.topology.query.check.CheckRule.CALLING;
import static dev.partyline.topology.query.check.CheckRule.INACTIVE;
import static dev.partyline.topology.query.check.CheckRule.MEMBER_ASSIGNS;
import static dev.partyline.topology.query.check.CheckRule.NOT_AN_ASSIGNER;
import static dev.partyline.topology.query.check.CheckRule.NOT_ASSIGNED;
import static dev.partyline.topology.query.check.CheckRule.NOT_ROUTED;
import static dev.partyline.topology.query.check.CheckRule.NO_CALLING;
import static dev.partyline.topology.query.check.CheckRule.NO_TEXTING;
import static dev.partyline.topology.query.check.CheckRule.OTHERS_ASSIGNED;
import static dev.partyline.topology.query.check.CheckRule.ROUTED;
import static dev.partyline.topology.query.check.CheckRule.TEXTING;
import static dev.partyline.topology.query.check.CheckRule.UNKNOWN_MEMBER;

import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.RingingPolicy;
import dev.partyline.schema.Role;
import java.util.List;
import java.util.Optional;

/** May the user do this, and which rule says so (DESIGN 4). What is not known is not allowed. */
public final class CheckRules {
    private static final int NAMED = 3;

    private CheckRules() {}

    /**
     * An action on a number: one of those that need a number.
     *
     * @param access of the number
     */
    public static CheckAnswer onNumber(Action action, Standing standing, NumberAccess access) {
        Line line = Line.of(access, standing.userId());
        return barred(standing, line).orElseGet(() -> {
            String who = standing.userId();
            return switch (action) {
                case VIEW_RECORDS -> line.assigned() ? assigned(ASSIGNED, who, line, access) : notAssigned(who, access);
                case PLACE_CALL -> placeCall(who, line, access);
                case SEND_TEXT -> sendText(who, line, access);
                case RECEIVE_CALL -> receiveCall(who, line, access);
                case ASSIGN, VIEW_RECORD -> throw new IllegalArgumentException(action + " is not about a number");
            };
        });
    }

    /** Changing assignments, in the whole workspace. Who is unknown is no member, whatever OPEN lets them do else. */
    public static CheckAnswer assign(Standing standing) {
        String who = standing.userId();
        return barred(standing)
                .orElseGet(() -> standing.member()
                        .map(member -> assign(member, standing))
                        .orElse(new CheckAnswer(UNKNOWN_MEMBER, who + " is no member, and only members assign")));
    }

    private static CheckAnswer assign(Member member, Standing standing) {
        String who = member.userId();
        if (!standing.mayAssign()) {
            return new CheckAnswer(
                    NOT_AN_ASSIGNER,
                    who + " is no OWNER or ADMIN, and assigners is "
                            + standing.policy().getAssigners());
        }
        return member.role() == Role.OWNER || member.role() == Role.ADMIN
                ? new CheckAnswer(ADMIN_ASSIGNS, who + " is an active " + member.role())
                : new CheckAnswer(MEMBER_ASSIGNS, who + " is an active member, and assigners is MEMBERS");
    }

    /** Why the user may do nothing at all; empty: they are active, or unknown where that counts as active. */
    static Optional<CheckAnswer> barred(Standing standing) {
        if (standing.active()) {
            return Optional.empty();
        }
        String who = standing.userId();
        return Optional.of(standing.member()
                .map(member -> new CheckAnswer(INACTIVE, who + (member.removed() ? " was removed" : " is inactive")))
                .orElseGet(() -> new CheckAnswer(
                        UNKNOWN_MEMBER,
                        who + " is no member, and directory is "
                                + standing.policy().getDirectory())));
    }

    /** As {@link #barred(Standing)}, also by what the number was told. */
    static Optional<CheckAnswer> barred(Standing standing, Line line) {
        Optional<CheckAnswer> told = line.active()
                ? Optional.empty()
                : Optional.of(
                        new CheckAnswer(INACTIVE, standing.userId() + " is inactive as the number was told last"));
        return barred(standing).or(() -> told);
    }

    static CheckAnswer notAssigned(String who, NumberAccess access) {
        return new CheckAnswer(NOT_ASSIGNED, who + " is not assigned to " + access.getNumber());
    }

    private static CheckAnswer placeCall(String who, Line line, NumberAccess access) {
        if (line.assigned() && line.calling()) {
            return assigned(CALLING, who, line, access);
        }
        if (line.callerId()) {
            return new CheckAnswer(CALLER_ID, who + " has caller ID access to " + access.getNumber());
        }
        return line.assigned() ? assigned(NO_CALLING, who, line, access) : notAssigned(who, access);
    }

    private static CheckAnswer sendText(String who, Line line, NumberAccess access) {
        if (!line.assigned()) {
            return notAssigned(who, access);
        }
        return assigned(line.texting() ? TEXTING : NO_TEXTING, who, line, access);
    }

    private static CheckAnswer receiveCall(String who, Line line, NumberAccess access) {
        RingingPolicy ringing = access.getPolicy().getRinging();
        if (ringing == RingingPolicy.ASSIGNED_FIRST) {
            List<String> assignees = activeAssignees(access);
            if (line.assigned()) {
                return assigned(ASSIGNED_FIRST, who, line, access);
            }
            if (!assignees.isEmpty()) {
                return new CheckAnswer(
                        OTHERS_ASSIGNED,
                        "ringing is ASSIGNED_FIRST, and " + names(assignees) + " assigned to " + access.getNumber()
                                + ", not " + who);
            }
        }
        boolean routingRings = ringing != RingingPolicy.UNKNOWN;
        return line.routed() && routingRings
                ? new CheckAnswer(ROUTED, who + " is in the routing of " + access.getNumber())
                : new CheckAnswer(
                        NOT_ROUTED,
                        routingRings
                                ? who + " is not in the routing of " + access.getNumber()
                                : who + " does not ring: this version does not know the ringing policy of "
                                        + access.getNumber());
    }

    private static List<String> activeAssignees(NumberAccess access) {
        return access.getUsers().stream()
                .filter(user -> user.getActive() && Line.assigned(user))
                .map(NumberUser::getUserId)
                .toList();
    }

    private static String names(List<String> users) {
        String some = String.join(", ", users.subList(0, Math.min(NAMED, users.size())));
        String more = users.size() > NAMED ? " and " + (users.size() - NAMED) + " more" : "";
        return some + more + (users.size() == 1 ? " is" : " are");
    }

    private static CheckAnswer assigned(CheckRule rule, String who, Line line, NumberAccess access) {
        String tail = switch (rule) {
            case CALLING -> ", with calling";
            case NO_CALLING -> ", but without calling, and has no caller ID access";
            case TEXTING -> ", with texting";
            case NO_TEXTING -> ", but without texting";
            case ASSIGNED_FIRST -> ", and ringing is ASSIGNED_FIRST";
            default -> "";
        };
        return new CheckAnswer(rule, who + " is assigned to " + access.getNumber() + " since " + line.since() + tail);
    }
}
