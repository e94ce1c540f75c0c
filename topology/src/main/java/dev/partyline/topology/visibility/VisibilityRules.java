package dev.partyline.topology.visibility;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.Message;
import dev.partyline.schema.Participant;
import dev.partyline.schema.Reason;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.Voicemail;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who sees a record (DESIGN 3). A function of the record, its number's access and its contact's owner alone. */
final class VisibilityRules {
    private VisibilityRules() {}

    /** Everyone who sees {@code record} under {@code access}, with all their reasons. */
    static Map<String, Reasons> visible(TelephonyRecord record, Access access, ContactOwner owner) {
        return together(assignees(record, access), personal(record, access, owner));
    }

    /** Who sees {@code record} as ASSIGNEE: a function of the number's access alone. */
    static Map<String, Reasons> assignees(TelephonyRecord record, Access access) {
        if (!shared(record, access)) {
            return Map.of();
        }
        long startedAt = startedAt(record);
        if (startedAt >= access.everyAssigneeSince()) {
            return access.everyAssignee();
        }
        Map<String, Reasons> seen = new LinkedHashMap<>();
        Reasons assignee = Reasons.of(Reason.ASSIGNEE);
        for (NumberMember member : access.assignees()) {
            if (member.history().openSince().orElseThrow() <= startedAt) {
                seen.put(member.userId(), assignee);
            }
        }
        return seen;
    }

    /**
     * Who sees {@code record} as PARTICIPANT, INBOX or CONTACT_OWNER. Whom the access does not know sees nothing: whether
     * they are active is still to be learnt (fail closed).
     */
    static Map<String, Reasons> personal(TelephonyRecord record, Access access, ContactOwner owner) {
        Map<String, Reasons> seen = new LinkedHashMap<>();
        for (String handler : handlers(record)) {
            see(seen, access, handler, Reason.PARTICIPANT);
        }
        String inboxUser = inboxUser(record);
        if (inboxUser != null) {
            see(seen, access, inboxUser, Reason.INBOX);
        }
        if (owner.userId() != null && openToOwner(record, owner.userId())) {
            NumberMember member = access.member(owner.userId());
            if (member != null && member.membership() == owner.membership()) {
                see(seen, access, owner.userId(), Reason.CONTACT_OWNER);
            }
        }
        return seen;
    }

    /** The people whom {@code record} names, or who own its contact, and whom the access does not know. */
    static Set<String> strangers(TelephonyRecord record, Access access, ContactOwner owner) {
        Set<String> strangers = new LinkedHashSet<>(handlers(record));
        String inboxUser = inboxUser(record);
        if (inboxUser != null) {
            strangers.add(inboxUser);
        }
        if (owner.userId() != null && openToOwner(record, owner.userId())) {
            strangers.add(owner.userId());
        }
        strangers.removeIf(userId -> access.member(userId) != null);
        return strangers;
    }

    /** Both, each user with the reasons of both. */
    static Map<String, Reasons> together(Map<String, Reasons> some, Map<String, Reasons> others) {
        if (others.isEmpty()) {
            return some;
        }
        Map<String, Reasons> all = new LinkedHashMap<>(some);
        others.forEach((userId, reasons) -> all.merge(userId, reasons, Reasons::and));
        return all;
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

    /** Who made, answered or joined the call, or sent the message. */
    private static List<String> handlers(TelephonyRecord record) {
        return switch (record.getKind()) {
            case CALL ->
                Objects.requireNonNull(record.getCall()).getParticipants().stream()
                        .map(Participant::getUserId)
                        .toList();
            case MESSAGE -> {
                String sender = Objects.requireNonNull(record.getMessage()).getSenderId();
                yield sender == null ? List.of() : List.of(sender);
            }
            case VOICEMAIL, ERASED, UNKNOWN -> List.of();
        };
    }

    private static @Nullable String inboxUser(TelephonyRecord record) {
        return record.getKind() == RecordKind.VOICEMAIL
                ? Objects.requireNonNull(record.getVoicemail()).getInboxUserId()
                : null;
    }

    /** Nobody sees what is erased, or what this engine is too old to understand; nor a voicemail in another's inbox. */
    private static boolean openToOwner(TelephonyRecord record, String ownerId) {
        return switch (record.getKind()) {
            case CALL, MESSAGE -> true;
            case VOICEMAIL -> inboxUser(record) == null || ownerId.equals(inboxUser(record));
            case ERASED, UNKNOWN -> false;
        };
    }

    private static void see(Map<String, Reasons> seen, Access access, String userId, Reason reason) {
        NumberMember member = access.member(userId);
        if (member != null && member.active()) {
            seen.merge(userId, Reasons.of(reason), Reasons::and);
        }
    }

    private static long startedAt(TelephonyRecord record) {
        return record.getStartedAt().toEpochMilli();
    }
}
