package dev.partyline.api.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.api.http.problem.ProblemException;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordJsonTest {
    private static final String CALL = "{'recordId':'r1','number':'911','direction':'INBOUND','startedAt':5,"
            + "'revision':1,'kind':'CALL','call':{'status':'MISSED','participants':[{'userId':'ana','role':'JOINED'}]}}";

    private final RecordJson json = new RecordJson(new FieldForms(new PhoneNumbers(Optional.empty())));

    static Stream<TelephonyRecord> everyKindOfRecord() {
        Participant ana = new Participant("ana", ParticipantRole.MADE);
        return Stream.of(
                base(RecordKind.CALL)
                        .setCall(new Call(CallStatus.COMPLETED, List.of(ana), 61, "https://example.com/1"))
                        .build(),
                base(RecordKind.MESSAGE)
                        .setMessage(new Message(
                                "ana", "H\u00e9 \ud83d\udc4b", List.of("https://example.com/2"), MessageStatus.SENT))
                        .build(),
                base(RecordKind.VOICEMAIL)
                        .setVoicemail(new Voicemail(null, 12, null, "Call me."))
                        .build(),
                base(RecordKind.ERASED).build());
    }

    @ParameterizedTest
    @MethodSource("everyKindOfRecord")
    void everyKindIsReadAsItWasWritten(TelephonyRecord record) throws JsonProcessingException {
        JsonNode text = new ObjectMapper().readTree(RecordJson.write(record).toString());
        assertThat(json.read(text, "acme", "")).isEqualTo(record);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'recordId':'r1', | | recordId",
                "'revision':1 | 'revision':9223372036854775808 | revision",
                "'startedAt':5 | 'startedAt':-5 | startedAt",
                "'startedAt':5 | 'startedAt':'2026-01-31T09:00:00' | startedAt",
                "'kind':'CALL' | 'kind':'MESSAGE' | call",
                "'kind':'CALL' | 'kind':'ERASED' | call",
                "'call': | 'message':null,'call':null,'x': | x",
                "'MISSED' | 'UNKNOWN' | call.status",
                "'role':'JOINED' | 'role':'LEFT' | call.participants[0].role",
                "'ana' | '' | call.participants[0].userId",
                "'status' | 'durationSeconds':-1,'status' | call.durationSeconds",
                "'status' | 'contact':1,'status' | call.contact"
            })
    void whatIsWrongIsRefusedByTheFieldsPath(String right, @Nullable String wrong, String field)
            throws JsonProcessingException {
        String text = CALL.replace(right, wrong == null ? "" : wrong).replace('\'', '"');
        JsonNode record = new ObjectMapper().readTree(text);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> json.read(record, "acme", "records[4]"))
                .satisfies(refused ->
                        assertThat(refused.problem().more().get("field")).hasToString("\"records[4]." + field + '"'));
    }

    private static TelephonyRecord.Builder base(RecordKind kind) {
        return TelephonyRecord.newBuilder()
                .setRecordId("r1")
                .setWorkspaceId("acme")
                .setNumber("+12125550100")
                .setPeer("+13125550199")
                .setContactId("k1")
                .setDirection(Direction.OUTBOUND)
                .setStartedAt(Instant.ofEpochMilli(1_700_000_000_123L))
                .setRevision(Long.MAX_VALUE)
                .setKind(kind);
    }
}
