package dev.partyline.topology.visibility;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.Message;
import dev.partyline.schema.Participant;
import dev.partyline.schema.Reason;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.Voicemail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who sees a record (DESIGN 3). A function of the record and its number's access, and of nothing else. */
final class VisibilityRules {
    private VisibilityRules() {}

    /** Everyone who sees {@code record} under {@code access}, with all their reasons. */
    static Map<String, Reasons> visible(TelephonyRecord record, Access access) {
        Map<String, Reasons> seen = new LinkedHashMap<>();
        if (shared(record, access)) {
            assigneesOf(record, access, seen);
        }
        switch (record.getKind()) {
            case CALL ->
                Objects.requireNonNull(record.getCall())
                        .getParticipants()
                        .forEach(handler -> see(seen, access, handler.getUserId(), Reason.PARTICIPANT));
            case MESSAGE -> {
                String sender = Objects.requireNonNull(record.getMessage()).getSenderId();
                if (sender != null) {
                    see(seen, access, sender, Reason.PARTICIPANT);
                }
            }
            case VOICEMAIL -> {
                String inboxUser = Objects.requireNonNull(record.getVoicemail()).getInboxUserId();
                if (inboxUser != null) {
                    see(seen, access, inboxUser, Reason.INBOX);
                }
            }
            case ERASED, UNKNOWN -> {
                // Nobody sees what is erased, or what this engine is too old to understand.
            }
        }
        return seen;
    }

    /** Whether the number's assignees may see the record: V1 to V5. */
    static boolean shared(TelephonyRecord record, Access access) {
        return switch (record.getKind()) {
            case MESSAGE -> messageShared(record, Objects.requireNonNull(record.getMessage()), access);
            case CALL -> callShared(record, Objects.requireNonNull(record.getCall()), access);
            case VOICEMAIL -> voicemailShared(Objects.requireNonNull(record.getVoicemail()));
            case ERASED, UNKNOWN -> false;
        };
    }

    private static boolean messageShared(TelephonyRecord record, Message message, Access access) {
        if (record.getDirection() == Direction.INBOUND) {
            return true; // V1
        }
        String sender = message.getSenderId();
        return sender == null || access.assignedAt(sender, startedAt(record)); // V2
    }

    private static boolean callShared(TelephonyRecord record, Call call, Access access) {
        if (record.getDirection() == Direction.INBOUND && call.getStatus() == CallStatus.MISSED) {
            return true; // V3
        }
        List<Participant> participants = call.getParticipants();
        if (participants.isEmpty()) {
            return true; // V4
        }
        long startedAt = startedAt(record);
        return access.showMixedCalls()
                ? participants.stream().anyMatch(handler -> access.assignedAt(handler.getUserId(), startedAt))
                : participants.stream().allMatch(handler -> access.assignedAt(handler.getUserId(), startedAt)); // V4
    }

    private static boolean voicemailShared(Voicemail voicemail) {
        return voicemail.getInboxUserId() == null; // V5
    }

    private static void assigneesOf(TelephonyRecord record, Access access, Map<String, Reasons> seen) {
        Reasons assignee = Reasons.of(Reason.ASSIGNEE);
        long startedAt = startedAt(record);
        for (NumberMember member : access.assignees()) {
            if (access.wholeHistory() || member.history().openSince().orElseThrow() <= startedAt) {
                seen.put(member.userId(), assignee);
            }
        }
    }

    /** Someone whom the number does not know counts as active. */
    private static void see(Map<String, Reasons> seen, Access access, String userId, Reason reason) {
        NumberMember member = access.member(userId);
        if (member == null || member.active()) {
            seen.merge(userId, Reasons.of(reason), Reasons::and);
        }
    }

    private static long startedAt(TelephonyRecord record) {
        return record.getStartedAt().toEpochMilli();
    }
}
