package dev.partyline.topology.query.check;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.TelephonyRecord;
import java.util.Optional;

/** Which of V1 to V5 says whether a record is shared: just one applies to each. What it says is the engine's to tell. */
public enum SharingRule {
    /** Inbound messages. */
    V1,
    /** Outbound messages. */
    V2,
    /** Missed inbound calls. */
    V3,
    /** All other calls. */
    V4,
    /** Voicemails. */
    V5;

    /** The rule that applies; empty when the record is erased, or of a kind that this engine does not know. */
    public static Optional<SharingRule> of(TelephonyRecord record) {
        boolean inbound = record.getDirection() == Direction.INBOUND;
        return switch (record.getKind()) {
            case MESSAGE -> Optional.of(inbound ? V1 : V2);
            case CALL -> Optional.of(inbound && missed(record.getCall()) ? V3 : V4);
            case VOICEMAIL -> Optional.of(V5);
            case ERASED, UNKNOWN -> Optional.empty();
        };
    }

    private static boolean missed(Call call) {
        return call.getStatus() == CallStatus.MISSED;
    }
}
