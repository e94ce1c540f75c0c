package dev.partyline.topology.history;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.Participant;
import dev.partyline.schema.Reason;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Who sees a record, and why (DESIGN 3), under the default policy: history ALL, mixedCalls HIDE. */
final class NaiveSight {
    private final NaiveDirectory directory;

    /** @param directory of the records' own workspace */
    NaiveSight(NaiveDirectory directory) {
        this.directory = directory;
    }

    /** Why the user sees the record, in the order of the symbols; empty: they do not. */
    List<Reason> reasons(TelephonyRecord record, String userId) {
        List<Reason> reasons = new ArrayList<>();
        if (!directory.active(userId)) {
            return reasons;
        }
        if (shared(record) && directory.assigned(record.getNumber(), userId)) {
            reasons.add(Reason.ASSIGNEE);
        }
        if (handlers(record).contains(userId)) {
            reasons.add(Reason.PARTICIPANT);
        }
        if (record.getKind() == RecordKind.VOICEMAIL && userId.equals(inboxOf(record))) {
            reasons.add(Reason.INBOX);
        }
        return reasons;
    }

    /** Everyone who could possibly see the record. */
    Collection<String> candidates(TelephonyRecord record) {
        TreeSet<String> candidates = new TreeSet<>(handlers(record));
        candidates.addAll(directory.members().keySet());
        if (!inboxOf(record).isEmpty()) {
            candidates.add(inboxOf(record));
        }
        return candidates;
    }

    /** V1 to V5. */
    boolean shared(TelephonyRecord record) {
        return switch (record.getKind()) {
            case MESSAGE -> record.getDirection() == Direction.INBOUND || allAssignedThen(record);
            case CALL -> missedInbound(record) || allAssignedThen(record);
            case VOICEMAIL -> inboxOf(record).isEmpty();
            case ERASED, UNKNOWN -> false;
        };
    }

    private static boolean missedInbound(TelephonyRecord record) {
        Call call = Objects.requireNonNull(record.getCall());
        return record.getDirection() == Direction.INBOUND && call.getStatus() == CallStatus.MISSED;
    }

    /** Also where there is no handler at all: V2 for the system's messages, V4 for calls without participants. */
    private boolean allAssignedThen(TelephonyRecord record) {
        long then = record.getStartedAt().toEpochMilli();
        return handlers(record).stream()
                .allMatch(userId -> directory.line(record.getNumber(), userId).assignedAt(then));
    }

    private static List<String> handlers(TelephonyRecord record) {
        if (record.getCall() != null) {
            return record.getCall().getParticipants().stream()
                    .map(Participant::getUserId)
                    .toList();
        }
        return record.getMessage() != null && record.getMessage().getSenderId() != null
                ? List.of(record.getMessage().getSenderId())
                : List.of();
    }

    private static String inboxOf(TelephonyRecord record) {
        return record.getVoicemail() == null || record.getVoicemail().getInboxUserId() == null
                ? ""
                : record.getVoicemail().getInboxUserId();
    }
}
