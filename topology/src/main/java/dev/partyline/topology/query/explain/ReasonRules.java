package dev.partyline.topology.query.explain;

import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.Reason;
import dev.partyline.topology.query.check.Line;
import dev.partyline.topology.query.check.Member;
import dev.partyline.topology.query.check.SharingRule;
import dev.partyline.topology.query.check.Viewing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The four reasons, and being active, tried on a user and a record. Whether one holds is the engine's word. */
final class ReasonRules {
    private ReasonRules() {}

    /** What each of the five says: the reasons as if the user were active, then whether they are. */
    static List<RuleTried> tried(Viewing viewing) {
        List<Reason> ifActive = viewing.reasonsIfActive();
        return List.of(
                assignee(viewing, ifActive.contains(Reason.ASSIGNEE)),
                participant(viewing, ifActive.contains(Reason.PARTICIPANT)),
                inbox(viewing, ifActive.contains(Reason.INBOX)),
                contactOwner(viewing, ifActive.contains(Reason.CONTACT_OWNER)),
                active(viewing, !ifActive.isEmpty()));
    }

    private static RuleTried assignee(Viewing viewing, boolean holds) {
        if (SharingRule.of(viewing.record()).isEmpty()) {
            return RuleTried.notAbout(Rule.ASSIGNEE, "the record has no content that could be shared");
        }
        HistoryPolicy history = viewing.access().getPolicy().getHistory();
        List<Fact> facts = List.of(
                Fact.of("the record is shared", viewing.shared()),
                SpanRules.assignedNow(
                        viewing.access(),
                        viewing.userId(),
                        viewing.userId() + " is assigned to " + viewing.access().getNumber()),
                Fact.of("policy history", history.name()),
                Fact.of("it began", viewing.record().getStartedAt()));
        return new RuleTried(Rule.ASSIGNEE, holds, true, facts, becauseAssignee(viewing, holds));
    }

    private static String becauseAssignee(Viewing viewing, boolean holds) {
        Line line = viewing.line();
        String number = viewing.access().getNumber();
        if (holds) {
            return "the record is shared, and " + viewing.userId() + " is assigned to " + number;
        }
        List<String> missing = new ArrayList<>();
        if (!viewing.shared()) {
            missing.add("the record is not shared");
        }
        if (!line.assigned()) {
            missing.add(viewing.userId() + " is not assigned to " + number);
        }
        return missing.isEmpty()
                ? viewing.userId() + " is assigned since " + line.since() + ", after it began"
                : String.join(", and ", missing);
    }

    private static RuleTried participant(Viewing viewing, boolean holds) {
        return switch (viewing.record().getKind()) {
            case CALL, MESSAGE ->
                new RuleTried(
                        Rule.PARTICIPANT,
                        holds,
                        true,
                        List.of(Fact.of("handlers", Handlers.of(viewing.record()))),
                        viewing.userId() + (holds ? " is a handler of it" : " is no handler of it"));
            case VOICEMAIL, ERASED, UNKNOWN ->
                RuleTried.notAbout(Rule.PARTICIPANT, "only calls and messages have handlers");
        };
    }

    private static RuleTried inbox(Viewing viewing, boolean holds) {
        if (viewing.record().getVoicemail() == null) {
            return RuleTried.notAbout(Rule.INBOX, "it is no voicemail");
        }
        String inboxUser = Handlers.inboxUser(viewing.record());
        String whose = inboxUser == null ? "the number's default inbox" : "the inbox of " + inboxUser;
        return new RuleTried(
                Rule.INBOX,
                holds,
                true,
                List.of(Fact.of("inbox (none: the number's default inbox)", inboxUser)),
                "it lies in " + whose);
    }

    private static RuleTried contactOwner(Viewing viewing, boolean holds) {
        String contactId = viewing.record().getContactId();
        if (contactId == null || SharingRule.of(viewing.record()).isEmpty()) {
            return RuleTried.notAbout(Rule.CONTACT_OWNER, "the record names no contact");
        }
        String owner = viewing.owner().userId();
        List<Fact> facts = List.of(
                Fact.of("contact", contactId),
                Fact.of("owner of the contact (none: nobody)", owner),
                Fact.of(
                        "inbox (none: the number's default inbox, or no voicemail)",
                        Handlers.inboxUser(viewing.record())));
        return new RuleTried(Rule.CONTACT_OWNER, holds, true, facts, becauseOwner(viewing, holds));
    }

    private static String becauseOwner(Viewing viewing, boolean holds) {
        String contact = Objects.requireNonNull(viewing.record().getContactId());
        String owner = viewing.owner().userId();
        if (holds) {
            return viewing.userId() + " owns " + contact;
        }
        if (owner == null) {
            return "nobody owns " + contact + ", as far as the number has been told";
        }
        if (!owner.equals(viewing.userId())) {
            return contact + " is owned by " + owner;
        }
        return Handlers.inboxUser(viewing.record()) == null
                ? viewing.userId() + " owned " + contact + " before being removed, and owns it no more"
                : viewing.userId() + " owns " + contact + ", but the voicemail lies in another user's inbox";
    }

    /** @param matters whether something but for this shows the record */
    private static RuleTried active(Viewing viewing, boolean matters) {
        Line line = viewing.line();
        boolean learnt = line.known() || !matters;
        boolean holds = viewing.standing().active() && line.active() && learnt;
        List<Fact> facts = List.of(
                Fact.of("in the directory", inDirectory(viewing)),
                Fact.of(
                        "policy directory",
                        viewing.standing().policy().getDirectory().name()),
                Fact.of("the number knows " + viewing.userId(), line.known()),
                new Fact("active, as the number was told", line.known() ? line.active() : null, null, null));
        return new RuleTried(Rule.ACTIVE, holds, true, facts, becauseActive(viewing, holds));
    }

    private static String becauseActive(Viewing viewing, boolean holds) {
        if (holds) {
            return viewing.userId() + " counts as active";
        }
        return viewing.standing().active()
                ? viewing.access().getNumber() + " has not been told yet that " + viewing.userId() + " is active"
                : viewing.userId() + " is " + inDirectory(viewing) + ", and so sees nothing";
    }

    private static String inDirectory(Viewing viewing) {
        return viewing.standing().member().map(ReasonRules::state).orElse("unknown");
    }

    private static String state(Member member) {
        if (member.removed()) {
            return "removed";
        }
        return member.active() ? "active" : "inactive";
    }
}
