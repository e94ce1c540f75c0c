package dev.partyline.topology.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.Message;
import dev.partyline.schema.MessageStatus;
import dev.partyline.schema.NumberReleased;
import dev.partyline.schema.Participant;
import dev.partyline.schema.ParticipantRole;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.Voicemail;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The model on cases worked out by hand from the rules' own words: a judge must be judged first. */
class NaiveModelTest {
    private static final String NUMBER = "+12125550100";

    private final NaiveModel model = new NaiveModel();
    private int changes;

    @Test
    void vxt4AMissedCallIsForEveryAssigneeWhomeverItRang() {
        assign(10, "ana");
        record(call("c", 20, Direction.INBOUND, CallStatus.MISSED, "eve"));

        assertThat(seen()).containsExactly("ana c [ASSIGNEE]", "eve c [PARTICIPANT]");
    }

    @Test
    void vxt7AssigneesShareWhatAssigneesDidAlsoForThePast() {
        assign(10, "ana");
        record(call("c", 20, Direction.OUTBOUND, CallStatus.COMPLETED, "ana"));
        record(text("t", 30, Direction.OUTBOUND, "ana"));
        assign(40, "ben");

        assertThat(seen())
                .containsExactly(
                        "ana t [ASSIGNEE, PARTICIPANT]",
                        "ana c [ASSIGNEE, PARTICIPANT]",
                        "ben t [ASSIGNEE]",
                        "ben c [ASSIGNEE]");
    }

    @Test
    void vxt8TheDefaultInboxIsSharedAndAnotherUsersIsTheirs() {
        assign(10, "ana");
        record(voicemail("v", 20, null));
        record(voicemail("w", 30, "eve"));

        assertThat(seen()).containsExactly("ana v [ASSIGNEE]", "eve w [INBOX]");
    }

    @Test
    void vxt10ACallWithSomeoneUnassignedStaysTheirs() {
        assign(10, "ana");
        assign(10, "ben");
        record(call("c", 20, Direction.INBOUND, CallStatus.COMPLETED, "ana", "eve"));

        assertThat(seen()).containsExactly("ana c [PARTICIPANT]", "eve c [PARTICIPANT]");
    }

    @Test
    void vxt11AnOutboundOnlyUsersCallStaysHiddenAlsoOnceTheyAreAssigned() {
        assign(10, "ana");
        change(10, null, new CallerIdGranted(NUMBER, "ben"));
        record(call("c", 20, Direction.OUTBOUND, CallStatus.COMPLETED, "ben"));
        assign(30, "ben");

        assertThat(seen()).containsExactly("ben c [PARTICIPANT]");
    }

    @Test
    void vxt11AChangeDatedBackIsJudgedAgain() {
        assign(10, "ana");
        record(call("c", 20, Direction.OUTBOUND, CallStatus.COMPLETED, "ben"));
        change(30, 15L, new UserAssigned(NUMBER, "ben", null, null));

        assertThat(seen()).containsExactly("ana c [ASSIGNEE]", "ben c [ASSIGNEE, PARTICIPANT]");
    }

    @Test
    void theSystemsMessagesAndCallsWithoutParticipantsAreShared() {
        assign(10, "ana");
        record(text("t", 5, Direction.OUTBOUND, null));
        record(call("c", 4, Direction.INBOUND, CallStatus.COMPLETED));

        assertThat(seen()).containsExactly("ana t [ASSIGNEE]", "ana c [ASSIGNEE]");
    }

    @Test
    void theGreaterRevisionWinsThenTheGreaterBytesAndErasureAboveAll() {
        assign(1, "ana");
        TelephonyRecord one = call("c", 20, Direction.INBOUND, CallStatus.MISSED);
        TelephonyRecord hidden = TelephonyRecord.newBuilder(call("c", 20, Direction.INBOUND, CallStatus.FAILED, "eve"))
                .setRevision(2)
                .build();
        record(hidden);
        record(one);
        assertThat(seen()).containsExactly("eve c [PARTICIPANT]");
        // Of the same revision: FAILED stands behind MISSED in the enum, so its bytes compare greater.
        record(call("d", 20, Direction.INBOUND, CallStatus.FAILED, "eve"));
        record(call("d", 20, Direction.INBOUND, CallStatus.MISSED));
        assertThat(seen()).containsExactly("eve c [PARTICIPANT]", "eve d [PARTICIPANT]");

        record(base("c", 20, Direction.INBOUND).setKind(RecordKind.ERASED).build());
        assertThat(seen()).containsExactly("eve d [PARTICIPANT]");
    }

    @Test
    void aReleasedNumberIsNobodysAndItsHistoryStays() {
        assign(10, "ana");
        record(call("c", 20, Direction.INBOUND, CallStatus.COMPLETED, "ana"));
        change(30, null, new NumberReleased(NUMBER));
        assertThat(seen()).containsExactly("ana c [PARTICIPANT]");

        assign(40, "ben");
        assertThat(seen()).containsExactly("ana c [PARTICIPANT]", "ben c [ASSIGNEE]");
    }

    private Expected assign(long at, String userId) {
        return change(at, null, new UserAssigned(NUMBER, userId, null, null));
    }

    private Expected change(long appendedAt, @Nullable Long occurredAt, Object change) {
        Instant occurred = occurredAt == null ? null : Instant.ofEpochMilli(occurredAt);
        return model.change(
                new LoggedChange(new DirectoryChange("c" + changes++, "w", null, occurred, change), appendedAt));
    }

    private void record(TelephonyRecord event) {
        model.record(event);
    }

    /** The record rows, "user record reasons", in the order of their keys. */
    private List<String> seen() {
        return model.feed().entrySet().stream()
                .filter(row -> row.getKey().contains("|rec|"))
                .map(row ->
                        row.getKey().split("\\|", -1)[1] + " " + row.getKey().split("\\|", -1)[4] + " "
                                + row.getValue().replaceFirst("].*", "]"))
                .toList();
    }

    private static TelephonyRecord call(String id, long at, Direction direction, CallStatus status, String... users) {
        List<Participant> participants = Arrays.stream(users)
                .map(user -> new Participant(user, ParticipantRole.JOINED))
                .toList();
        Call call = new Call(status, participants, null, null);
        return base(id, at, direction).setKind(RecordKind.CALL).setCall(call).build();
    }

    private static TelephonyRecord text(String id, long at, Direction direction, @Nullable String sender) {
        Message message = new Message(sender, "hello", List.of(), MessageStatus.SENT);
        return base(id, at, direction)
                .setKind(RecordKind.MESSAGE)
                .setMessage(message)
                .build();
    }

    private static TelephonyRecord voicemail(String id, long at, @Nullable String inbox) {
        Voicemail voicemail = new Voicemail(inbox, null, null, null);
        return base(id, at, Direction.INBOUND)
                .setKind(RecordKind.VOICEMAIL)
                .setVoicemail(voicemail)
                .build();
    }

    private static TelephonyRecord.Builder base(String id, long at, Direction direction) {
        return TelephonyRecord.newBuilder()
                .setRecordId(id)
                .setWorkspaceId("w")
                .setNumber(NUMBER)
                .setStartedAt(Instant.ofEpochMilli(at))
                .setDirection(direction)
                .setRevision(1);
    }
}
