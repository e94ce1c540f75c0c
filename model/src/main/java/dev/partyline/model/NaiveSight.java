package dev.partyline.model;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.MixedCallsPolicy;
import dev.partyline.schema.Participant;
import dev.partyline.schema.Reason;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Who sees a record, and why (DESIGN 3). */
public final class NaiveSight {
    private static final String NOBODY = "";

    private final NaiveDirectory directory;
    private final Acquaintance acquaintance;

    /**
     * @param directory of the records' own workspace
     * @param acquaintance whom and what the records' number knows
     */
    public NaiveSight(NaiveDirectory directory, Acquaintance acquaintance) {
        this.directory = directory;
        this.acquaintance = acquaintance;
    }

    /** Why the user sees the record, in the order of the symbols; empty: they do not. */
    public List<Reason> reasons(TelephonyRecord record, String userId) {
        List<Reason> reasons = new ArrayList<>();
        if (!directory.active(userId) || !acquaintance.knows(userId)) {
            return reasons;
        }
        if (shared(record) && assignedForIt(record, userId)) {
            reasons.add(Reason.ASSIGNEE);
        }
        if (handlers(record).contains(userId)) {
            reasons.add(Reason.PARTICIPANT);
        }
        if (record.getKind() == RecordKind.VOICEMAIL && userId.equals(inboxOf(record))) {
            reasons.add(Reason.INBOX);
        }
        if (userId.equals(ownerOf(record)) && !inInboxOfAnother(record, userId)) {
            reasons.add(Reason.CONTACT_OWNER);
        }
        return reasons;
    }

    /** Everyone who could possibly see the record. */
    public Collection<String> candidates(TelephonyRecord record) {
        TreeSet<String> candidates = new TreeSet<>(handlers(record));
        candidates.addAll(directory.members().keySet());
        candidates.add(inboxOf(record));
        candidates.add(ownerOf(record));
        candidates.remove(NOBODY);
        return candidates;
    }

    /** V1 to V5. */
    public boolean shared(TelephonyRecord record) {
        return switch (record.getKind()) {
            case MESSAGE -> record.getDirection() == Direction.INBOUND || allAssignedThen(record);
            case CALL ->
                missedInbound(record) || allAssignedThen(record) || (mixedCallsShow(record) && oneAssignedThen(record));
            case VOICEMAIL -> inboxOf(record).equals(NOBODY);
            case ERASED, UNKNOWN -> false;
        };
    }

    private static boolean missedInbound(TelephonyRecord record) {
        Call call = Objects.requireNonNull(record.getCall());
        return record.getDirection() == Direction.INBOUND && call.getStatus() == CallStatus.MISSED;
    }

    private boolean mixedCallsShow(TelephonyRecord record) {
        return directory.policyOn(record.getNumber()).getMixedCalls() == MixedCallsPolicy.SHOW;
    }

    /** Also where there is no handler at all: V2 for the system's messages, V4 for calls without participants. */
    private boolean allAssignedThen(TelephonyRecord record) {
        return handlers(record).stream().allMatch(userId -> assignedThen(record, userId));
    }

    private boolean oneAssignedThen(TelephonyRecord record) {
        return handlers(record).stream().anyMatch(userId -> assignedThen(record, userId));
    }

    private boolean assignedThen(TelephonyRecord record, String userId) {
        return directory
                .line(record.getNumber(), userId)
                .assignedAt(record.getStartedAt().toEpochMilli());
    }

    /** Assigned now, and where the policy's history is FROM_ASSIGNMENT, since the record or before. */
    private boolean assignedForIt(TelephonyRecord record, String userId) {
        NaiveLine line = directory.line(record.getNumber(), userId);
        return line.assigned()
                && (directory.policyOn(record.getNumber()).getHistory() == HistoryPolicy.ALL
                        || line.assignedSince() <= record.getStartedAt().toEpochMilli());
    }

    private String ownerOf(TelephonyRecord record) {
        String contactId = record.getContactId();
        String owner = contactId == null ? null : acquaintance.ownerOf(contactId);
        return owner == null ? NOBODY : owner;
    }

    private static boolean inInboxOfAnother(TelephonyRecord record, String userId) {
        return !inboxOf(record).equals(NOBODY) && !inboxOf(record).equals(userId);
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
                ? NOBODY
                : record.getVoicemail().getInboxUserId();
    }
}
