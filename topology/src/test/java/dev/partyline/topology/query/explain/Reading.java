package dev.partyline.topology.query.explain;

import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.Interval;
import dev.partyline.schema.MixedCallsPolicy;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.query.check.Viewing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DESIGN 3 read once more, plainly: whether each rule speaks for the user seeing the record. */
final class Reading {
    private final Viewing viewing;
    private final TelephonyRecord record;
    private final Map<Rule, Boolean> holds = new EnumMap<>(Rule.class);

    private Reading(Viewing viewing) {
        this.viewing = viewing;
        this.record = viewing.record();
    }

    static Map<Rule, Boolean> of(Viewing viewing) {
        Reading reading = new Reading(viewing);
        reading.read();
        return reading.holds;
    }

    private void read() {
        boolean inbound = record.getDirection() == Direction.INBOUND;
        boolean message = record.getKind() == RecordKind.MESSAGE;
        boolean call = record.getKind() == RecordKind.CALL;
        boolean voicemail = record.getKind() == RecordKind.VOICEMAIL;
        boolean missed = call && inbound && record.getCall().getStatus() == CallStatus.MISSED;
        holds.put(Rule.V1, message && inbound);
        holds.put(Rule.V2, message && !inbound && senderAssigned());
        holds.put(Rule.V3, missed);
        holds.put(Rule.V4, call && !missed && participantsAssigned());
        holds.put(Rule.V5, voicemail && record.getVoicemail().getInboxUserId() == null);
        boolean shared = holds.containsValue(true);
        holds.put(Rule.ASSIGNEE, shared && seesAsAssignee());
        holds.put(Rule.PARTICIPANT, handlers().contains(viewing.userId()));
        holds.put(
                Rule.INBOX,
                voicemail && viewing.userId().equals(record.getVoicemail().getInboxUserId()));
        holds.put(Rule.CONTACT_OWNER, ownsContact(voicemail));
        boolean anyReason = holds.get(Rule.ASSIGNEE)
                || holds.get(Rule.PARTICIPANT)
                || holds.get(Rule.INBOX)
                || holds.get(Rule.CONTACT_OWNER);
        NumberUser user = user(viewing.userId());
        boolean told = user == null ? !anyReason : user.getActive();
        holds.put(Rule.ACTIVE, viewing.standing().active() && told);
    }

    private boolean senderAssigned() {
        return handlers().isEmpty() || assignedThen(handlers().get(0));
    }

    private boolean participantsAssigned() {
        int assigned = 0;
        for (String userId : handlers()) {
            assigned += assignedThen(userId) ? 1 : 0;
        }
        boolean show = viewing.access().getPolicy().getMixedCalls() == MixedCallsPolicy.SHOW;
        return handlers().isEmpty()
                || (show ? assigned > 0 : assigned == handlers().size());
    }

    private boolean seesAsAssignee() {
        NumberUser user = user(viewing.userId());
        if (user == null || user.getIntervals().isEmpty()) {
            return false;
        }
        Interval last = user.getIntervals().get(user.getIntervals().size() - 1);
        boolean all = viewing.access().getPolicy().getHistory() == HistoryPolicy.ALL;
        return last.getTo() == null && (all || !last.getFrom().isAfter(record.getStartedAt()));
    }

    private boolean ownsContact(boolean voicemail) {
        boolean erased = record.getKind() == RecordKind.ERASED;
        String inbox = voicemail ? record.getVoicemail().getInboxUserId() : null;
        boolean closed = inbox != null && !inbox.equals(viewing.userId());
        NumberUser user = user(viewing.userId());
        boolean same = user == null || user.getMembership() == viewing.owner().membership();
        return viewing.userId().equals(viewing.owner().userId()) && same && !erased && !closed;
    }

    private List<String> handlers() {
        List<String> handlers = new ArrayList<>();
        if (record.getKind() == RecordKind.CALL) {
            record.getCall().getParticipants().forEach(participant -> handlers.add(participant.getUserId()));
        }
        if (record.getKind() == RecordKind.MESSAGE && record.getMessage().getSenderId() != null) {
            handlers.add(record.getMessage().getSenderId());
        }
        return handlers;
    }

    private boolean assignedThen(String userId) {
        NumberUser user = user(userId);
        boolean assigned = false;
        if (user != null) {
            for (Interval interval : user.getIntervals()) {
                boolean begun = !interval.getFrom().isAfter(record.getStartedAt());
                boolean over = interval.getTo() != null && !interval.getTo().isAfter(record.getStartedAt());
                assigned |= begun && !over;
            }
        }
        return assigned;
    }

    private @Nullable NumberUser user(String userId) {
        for (NumberUser user : viewing.access().getUsers()) {
            if (user.getUserId().equals(userId)) {
                return user;
            }
        }
        return null;
    }
}
