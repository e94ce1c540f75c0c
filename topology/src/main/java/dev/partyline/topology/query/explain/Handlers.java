package dev.partyline.topology.query.explain;

import dev.partyline.schema.Call;
import dev.partyline.schema.Message;
import dev.partyline.schema.Participant;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.Voicemail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a record names. */
final class Handlers {
    private Handlers() {}

    /** Who made, answered or joined the call, or sent the message; each once. */
    static List<String> of(TelephonyRecord record) {
        Call call = record.getCall();
        if (call != null) {
            return call.getParticipants().stream()
                    .map(Participant::getUserId)
                    .distinct()
                    .toList();
        }
        Message message = record.getMessage();
        return message == null || message.getSenderId() == null ? List.of() : List.of(message.getSenderId());
    }

    /** Whose inbox a voicemail lies in; null: the number's default inbox, or it is no voicemail. */
    static @Nullable String inboxUser(TelephonyRecord record) {
        Voicemail voicemail = record.getVoicemail();
        return voicemail == null ? null : voicemail.getInboxUserId();
    }
}
