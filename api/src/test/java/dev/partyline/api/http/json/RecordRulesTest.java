package dev.partyline.api.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.Voicemail;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordRulesTest {
    @Test
    void aDurationMayBeNothingButNotLess() {
        assertThatCode(() -> RecordRules.check(call(0), "")).doesNotThrowAnyException();
        assertThatCode(() -> RecordRules.check(voicemail(0), "")).doesNotThrowAnyException();
        assertThat(refusedField(call(-1))).isEqualTo("call.durationSeconds");
        assertThat(refusedField(voicemail(-1))).isEqualTo("voicemail.durationSeconds");
    }

    @Test
    void whatTheKindCallsForMustBeThereAndNothingElse() {
        assertThatThrownBy(() -> RecordRules.check(base(RecordKind.CALL).build(), ""))
                .hasMessageContaining("is missing: the kind is CALL");
        TelephonyRecord both = TelephonyRecord.newBuilder(call(1))
                .setVoicemail(new Voicemail(null, 1, null, null))
                .build();
        assertThatThrownBy(() -> RecordRules.check(both, "")).hasMessageContaining("must be absent: the kind is CALL");
    }

    private static Object refusedField(TelephonyRecord record) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> RecordRules.check(record, ""));
        return refusal.problem().toJson().path("field").asText();
    }

    private static TelephonyRecord call(int seconds) {
        return base(RecordKind.CALL)
                .setCall(new Call(CallStatus.COMPLETED, List.of(), seconds, null))
                .build();
    }

    private static TelephonyRecord voicemail(int seconds) {
        return base(RecordKind.VOICEMAIL)
                .setVoicemail(new Voicemail(null, seconds, null, null))
                .build();
    }

    private static TelephonyRecord.Builder base(RecordKind kind) {
        return TelephonyRecord.newBuilder()
                .setRecordId("r")
                .setWorkspaceId("acme")
                .setNumber("+12125550100")
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.EPOCH)
                .setRevision(1)
                .setKind(kind);
    }
}
