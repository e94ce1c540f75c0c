package dev.partyline.topology.query.check;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.Voicemail;
import java.util.Objects;

/** Records and rules in words, for people. */
public final class Words {
    private Words() {}

    /** What kind of record it is, such as "a missed inbound call". */
    public static String of(TelephonyRecord record) {
        String direction = record.getDirection() == Direction.INBOUND ? "inbound" : "outbound";
        return switch (record.getKind()) {
            case CALL -> ofCall(Objects.requireNonNull(record.getCall()), direction);
            case MESSAGE -> "an " + direction + " message";
            case VOICEMAIL -> ofVoicemail(Objects.requireNonNull(record.getVoicemail()));
            case ERASED -> "an erased record";
            case UNKNOWN -> "a record of a kind that this version does not know";
        };
    }

    private static String ofCall(Call call, String direction) {
        return call.getStatus() == CallStatus.MISSED ? "a missed " + direction + " call" : "an " + direction + " call";
    }

    private static String ofVoicemail(Voicemail voicemail) {
        return voicemail.getInboxUserId() == null
                ? "a voicemail in the number's default inbox"
                : "a voicemail in the inbox of " + voicemail.getInboxUserId();
    }
}
