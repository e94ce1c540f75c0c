package dev.partyline.topology.query.explain;

import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.MixedCallsPolicy;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.Role;
import dev.partyline.topology.query.check.Line;
import dev.partyline.topology.query.check.Member;
import dev.partyline.topology.query.check.SupposeRules;
import dev.partyline.topology.query.check.Viewing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which changes could be asked for, whether they help or not: that is for the engine's rules to say. */
final class StepRules {
    private StepRules() {}

    /** Making the user an active member. */
    static Step activate(Viewing viewing) {
        boolean owner = viewing.standing()
                .member()
                .filter(member -> member.role() == Role.OWNER && !member.removed())
                .isPresent();
        String words = viewing.standing().member().map(Member::removed).orElse(true)
                ? "add " + viewing.userId() + " as an active member (lines do not come back with it)"
                : "set active to true for " + viewing.userId();
        return new Step("MemberSet", words, owner ? Step.By.OWNERS : Step.By.ADMINISTRATORS, SupposeRules::active);
    }

    /** What could be changed for a user who is active, in the order in which people would think of it. */
    static List<Step> possible(Viewing viewing) {
        List<Step> steps = new ArrayList<>();
        addAssignment(steps, viewing);
        addPolicies(steps, viewing);
        addHandlers(steps, viewing);
        addContact(steps, viewing);
        addInbox(steps, viewing);
        return steps;
    }

    private static void addAssignment(List<Step> steps, Viewing viewing) {
        if (viewing.line().assigned()) {
            return;
        }
        String who = viewing.userId();
        NumberAccess access = viewing.access();
        Instant startedAt = viewing.record().getStartedAt();
        String assign = "assign " + who + " to " + access.getNumber() + full(access);
        Instant later = startedAt.plusMillis(1);
        steps.add(new Step(
                "UserAssigned", assign, Step.By.ASSIGNERS, supposed -> SupposeRules.assigned(supposed, who, later)));
        if (access.getPolicy().getHistory() != HistoryPolicy.ALL) {
            steps.add(new Step(
                    "UserAssigned",
                    assign + ", with occurredAt " + startedAt + " or before",
                    Step.By.ASSIGNERS,
                    supposed -> SupposeRules.assigned(supposed, who, startedAt)));
        }
    }

    private static void addPolicies(List<Step> steps, Viewing viewing) {
        String number = viewing.access().getNumber();
        if (viewing.access().getPolicy().getHistory() != HistoryPolicy.ALL) {
            steps.add(new Step(
                    "NumberPolicySet",
                    "set history to ALL in the policy of " + number,
                    Step.By.ADMINISTRATORS,
                    supposed -> SupposeRules.policy(supposed, policy -> policy.setHistory(HistoryPolicy.ALL))));
        }
        if (viewing.record().getCall() != null
                && viewing.access().getPolicy().getMixedCalls() != MixedCallsPolicy.SHOW) {
            steps.add(new Step(
                    "NumberPolicySet",
                    "set mixedCalls to SHOW in the policy of " + number,
                    Step.By.ADMINISTRATORS,
                    supposed -> SupposeRules.policy(supposed, policy -> policy.setMixedCalls(MixedCallsPolicy.SHOW))));
        }
    }

    /** Assigning those who handled it, dated back: they count as assigned then, and are so from now on. */
    private static void addHandlers(List<Step> steps, Viewing viewing) {
        NumberAccess access = viewing.access();
        Instant startedAt = viewing.record().getStartedAt();
        List<String> unassigned = Handlers.of(viewing.record()).stream()
                .filter(userId -> Boolean.FALSE.equals(
                        SpanRules.assignedAt(access, userId, startedAt, "").value()))
                .toList();
        if (!unassigned.isEmpty()) {
            steps.add(new Step(
                    "UserAssigned",
                    "assign " + String.join(", ", unassigned) + " to " + access.getNumber() + ", with occurredAt "
                            + startedAt + " or before",
                    Step.By.ASSIGNERS,
                    supposed -> assigned(supposed, unassigned, startedAt)));
        }
    }

    private static Viewing assigned(Viewing viewing, List<String> userIds, Instant from) {
        Viewing supposed = viewing;
        for (String userId : userIds) {
            supposed = SupposeRules.assigned(supposed, userId, from);
        }
        return supposed;
    }

    private static void addContact(List<Step> steps, Viewing viewing) {
        String contactId = viewing.record().getContactId();
        if (contactId != null) {
            steps.add(new Step(
                    "ContactOwnerSet",
                    "make " + viewing.userId() + " the owner of the contact " + contactId,
                    Step.By.ASSIGNERS,
                    SupposeRules::owner));
        }
    }

    private static void addInbox(List<Step> steps, Viewing viewing) {
        if (Handlers.inboxUser(viewing.record()) != null) {
            steps.add(new Step(
                    "TelephonyRecord",
                    "move the voicemail to the number's default inbox",
                    Step.By.TELEPHONY,
                    SupposeRules::defaultInbox));
        }
    }

    private static String full(NumberAccess access) {
        Integer most = access.getPolicy().getMaxUsersPerNumber();
        return most == null || access.getUsers().stream().filter(Line::assigned).count() < most
                ? ""
                : " (it has the " + most + " that its policy allows: unassign one first)";
    }
}
