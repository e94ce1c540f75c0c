package dev.partyline.api.demo;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.Message;
import dev.partyline.schema.MessageStatus;
import dev.partyline.schema.Participant;
import dev.partyline.schema.ParticipantRole;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.Voicemail;
import java.util.ArrayList;
import java.util.List;

/** What calls, texts and voicemails of the script look like as records. */
final class RecordForms {
    private RecordForms() {}

    static TelephonyRecord call(TelephonyRecord.Builder blank, Step.PhoneCall call) {
        List<Participant> participants = new ArrayList<>();
        if (call.made() != null) {
            participants.add(new Participant(call.made(), ParticipantRole.MADE));
        }
        for (String user : call.answered() == null ? List.<String>of() : call.answered()) {
            boolean first = participants.isEmpty();
            participants.add(new Participant(user, first ? ParticipantRole.ANSWERED : ParticipantRole.JOINED));
        }
        CallStatus status = participants.isEmpty() ? CallStatus.MISSED : CallStatus.COMPLETED;
        return blank.setRecordId(call.id())
                .setPeer(call.peer())
                .setDirection(call.made() == null ? Direction.INBOUND : Direction.OUTBOUND)
                .setKind(RecordKind.CALL)
                .setCall(new Call(status, participants, call.seconds(), null))
                .build();
    }

    static TelephonyRecord text(TelephonyRecord.Builder blank, Step.Text text) {
        boolean outbound = text.outbound() || text.sender() != null;
        MessageStatus status = outbound ? MessageStatus.DELIVERED : MessageStatus.RECEIVED;
        return blank.setRecordId(text.id())
                .setPeer(text.peer())
                .setDirection(outbound ? Direction.OUTBOUND : Direction.INBOUND)
                .setKind(RecordKind.MESSAGE)
                .setMessage(new Message(text.sender(), text.text(), List.of(), status))
                .build();
    }

    static TelephonyRecord voicemail(TelephonyRecord.Builder blank, Step.Voicemail voicemail) {
        return blank.setRecordId(voicemail.id())
                .setPeer(voicemail.peer())
                .setDirection(Direction.INBOUND)
                .setKind(RecordKind.VOICEMAIL)
                .setVoicemail(new Voicemail(voicemail.inbox(), null, null, voicemail.transcript()))
                .build();
    }
}
