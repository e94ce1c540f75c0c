package dev.partyline.topology.intake;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordRulesTest {
    @Test
    void aWellFormedRecordPasses() {
        assertThat(RecordRules.fault(good().build())).isEmpty();
        assertThat(RecordRules.fault(good().setNumber("12345").build()))
                .as("short code")
                .isEmpty();
        assertThat(RecordRules.fault(good().setKind(RecordKind.ERASED).build()))
                .as("erased with content")
                .isEmpty();
        assertThat(RecordRules.fault(
                        good().setKind(RecordKind.ERASED).setCall(null).build()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void namesTheField(String field, TelephonyRecord bad) {
        assertThat(RecordRules.fault(bad))
                .hasValueSatisfying(fault -> assertThat(fault).contains(field));
    }

    static Stream<Arguments> namesTheField() {
        return Stream.of(
                Arguments.of("recordId", good().setRecordId("").build()),
                Arguments.of("recordId", good().setRecordId("a|b").build()),
                Arguments.of("workspaceId", good().setWorkspaceId("-x").build()),
                Arguments.of("number", good().setNumber("212 555 0100").build()),
                Arguments.of("number", good().setNumber("+0123456789").build()),
                Arguments.of("number", good().setNumber("12").build()),
                Arguments.of("contactId", good().setContactId("x".repeat(129)).build()),
                Arguments.of(
                        "startedAt",
                        good().setStartedAt(Instant.ofEpochMilli(-1)).build()),
                Arguments.of("kind", good().setKind(RecordKind.UNKNOWN).build()),
                Arguments.of("direction", good().setDirection(Direction.UNKNOWN).build()),
                Arguments.of("kind", good().setCall(null).build()),
                Arguments.of("kind", good().setKind(RecordKind.MESSAGE).build()),
                Arguments.of("kind", good().setVoicemail(voicemail(null)).build()),
                Arguments.of(
                        "call.participants.userId",
                        good().setCall(call("ana", "b n")).build()),
                Arguments.of("message.senderId", message("?")),
                Arguments.of("voicemail.inboxUserId", mailbox("a/b")));
    }

    private static TelephonyRecord.Builder good() {
        return TelephonyRecord.newBuilder()
                .setRecordId("r1")
                .setWorkspaceId("acme")
                .setNumber("+12125550100")
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.ofEpochMilli(0))
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(call("ana"));
    }

    private static Call call(String... users) {
        return new Call(
                CallStatus.COMPLETED,
                Stream.of(users)
                        .map(user -> new Participant(user, ParticipantRole.ANSWERED))
                        .toList(),
                null,
                null);
    }

    private static TelephonyRecord message(String sender) {
        return good().setKind(RecordKind.MESSAGE)
                .setCall(null)
                .setMessage(new Message(sender, "", List.of(), MessageStatus.SENT))
                .build();
    }

    private static TelephonyRecord mailbox(String user) {
        return good().setKind(RecordKind.VOICEMAIL)
                .setCall(null)
                .setVoicemail(voicemail(user))
                .build();
    }

    private static Voicemail voicemail(@org.jspecify.annotations.Nullable String user) {
        return new Voicemail(user, null, null, null);
    }
}
