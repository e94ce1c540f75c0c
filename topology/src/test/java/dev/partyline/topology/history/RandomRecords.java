package dev.partyline.topology.history;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invents record events: all kinds and statuses, handlers of every sort, revisions that repeat and contradict. */
final class RandomRecords {
    private static final int HIGHEST_REVISION = 4;
    /** Some begin with others, so that places in the index do too. */
    private static final List<String> ID_ENDS = List.of("", "-", "-a", "a", "aa");

    private final Random random;
    private final Names names;
    /** Of eight records, how many have no contact. */
    private final int withoutContact;

    RandomRecords(Random random, Names names, Flavour flavour) {
        this.random = random;
        this.names = names;
        this.withoutContact = flavour == Flavour.CONTACTS ? 1 : 5;
    }

    /** All events of one record, some of them twice, in no order. */
    List<TelephonyRecord> next(long startedAt) {
        String number = names.number();
        // Workspaces, numbers and times share ids: two legs of one call may differ in nothing but their number.
        String id = "r" + ID_ENDS.get(random.nextInt(ID_ENDS.size()));
        TelephonyRecord identity = TelephonyRecord.newBuilder()
                .setRecordId(id)
                .setWorkspaceId(names.workspace())
                .setNumber(number)
                .setStartedAt(Instant.ofEpochMilli(startedAt))
                .setDirection(Direction.INBOUND)
                .setRevision(1)
                .setKind(RecordKind.ERASED)
                .build();
        List<TelephonyRecord> events = new ArrayList<>();
        for (int i = random.nextInt(HIGHEST_REVISION); i >= 0; i--) {
            events.add(event(identity));
        }
        if (random.nextInt(4) == 0) {
            events.add(events.get(random.nextInt(events.size())));
        }
        if (random.nextInt(10) == 0) {
            events.add(
                    TelephonyRecord.newBuilder(identity).setRevision(revision()).build());
        }
        return events;
    }

    private TelephonyRecord event(TelephonyRecord identity) {
        TelephonyRecord.Builder event = TelephonyRecord.newBuilder(identity)
                .setRevision(revision())
                .setDirection(random.nextInt(3) == 0 ? Direction.OUTBOUND : Direction.INBOUND)
                .setContactId(random.nextInt(8) < withoutContact ? null : names.contact());
        return switch (random.nextInt(6)) {
            case 0 -> event.setKind(RecordKind.MESSAGE).setMessage(message()).build();
            case 1 ->
                event.setKind(RecordKind.VOICEMAIL).setVoicemail(voicemail()).build();
            default -> event.setKind(RecordKind.CALL).setCall(call()).build();
        };
    }

    private long revision() {
        return 1 + random.nextInt(HIGHEST_REVISION);
    }

    private Call call() {
        List<CallStatus> statuses = List.of(
                CallStatus.RINGING,
                CallStatus.IN_PROGRESS,
                CallStatus.COMPLETED,
                CallStatus.COMPLETED,
                CallStatus.MISSED,
                CallStatus.FAILED);
        Set<String> handlers = new LinkedHashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            handlers.add(names.person());
        }
        List<Participant> participants = handlers.stream()
                .map(user -> new Participant(user, ParticipantRole.ANSWERED))
                .toList();
        return new Call(statuses.get(random.nextInt(statuses.size())), participants, random.nextInt(3), null);
    }

    private Message message() {
        return new Message(somebody(), "text " + random.nextInt(3), List.of(), MessageStatus.SENT);
    }

    private Voicemail voicemail() {
        return new Voicemail(somebody(), random.nextInt(3), null, null);
    }

    private @Nullable String somebody() {
        return random.nextInt(2) == 0 ? null : names.person();
    }
}
