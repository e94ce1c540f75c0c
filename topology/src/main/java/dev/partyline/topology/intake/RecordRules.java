package dev.partyline.topology.intake;

import dev.partyline.schema.Direction;
import dev.partyline.schema.Participant;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Ids;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a record keeps to the contract: DESIGN 2's forms, and the part that its kind calls for (DESIGN 6). */
public final class RecordRules {
    private RecordRules() {}

    /** What is wrong with {@code record}, naming the field and the form wanted; empty: nothing. */
    public static Optional<String> fault(TelephonyRecord record) {
        return identity(record).or(() -> kind(record)).or(() -> people(record));
    }

    private static Optional<String> identity(TelephonyRecord record) {
        if (!Ids.isNumber(record.getNumber())) {
            return fault("number", record.getNumber(), Ids.NUMBER_FORM);
        }
        if (record.getStartedAt().toEpochMilli() < 0) {
            return fault("startedAt", record.getStartedAt().toString(), "milliseconds since the epoch, not negative");
        }
        return id("recordId", record.getRecordId())
                .or(() -> id("workspaceId", record.getWorkspaceId()))
                .or(() -> optionalId("contactId", record.getContactId()));
    }

    private static Optional<String> kind(TelephonyRecord record) {
        RecordKind kind = record.getKind();
        if (kind == RecordKind.UNKNOWN || record.getDirection() == Direction.UNKNOWN) {
            return Optional.of("kind or direction has a symbol that this engine does not know: upgrade the engine, or "
                    + "publish one of CALL, MESSAGE, VOICEMAIL, ERASED and INBOUND, OUTBOUND");
        }
        boolean asKindSays = (record.getCall() != null) == (kind == RecordKind.CALL)
                && (record.getMessage() != null) == (kind == RecordKind.MESSAGE)
                && (record.getVoicemail() != null) == (kind == RecordKind.VOICEMAIL);
        // Whatever an erased record still carries is dropped.
        return asKindSays || kind == RecordKind.ERASED
                ? Optional.empty()
                : Optional.of("kind is " + kind
                        + ", so of call, message and voicemail just the one of that name must be set");
    }

    private static Optional<String> people(TelephonyRecord record) {
        if (record.getCall() != null) {
            return participants(record.getCall().getParticipants());
        }
        if (record.getMessage() != null) {
            return optionalId("message.senderId", record.getMessage().getSenderId());
        }
        return record.getVoicemail() == null
                ? Optional.empty()
                : optionalId("voicemail.inboxUserId", record.getVoicemail().getInboxUserId());
    }

    private static Optional<String> participants(List<Participant> participants) {
        for (Participant participant : participants) {
            Optional<String> fault = id("call.participants.userId", participant.getUserId());
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> optionalId(String field, @Nullable String value) {
        return value == null ? Optional.empty() : id(field, value);
    }

    private static Optional<String> id(String field, @Nullable String value) {
        return Ids.isId(value) ? Optional.empty() : fault(field, value, Ids.ID_FORM);
    }

    private static Optional<String> fault(String field, @Nullable String value, String form) {
        return Optional.of(field + " is \"" + value + "\", must be " + form);
    }
}
