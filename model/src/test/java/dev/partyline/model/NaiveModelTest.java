package dev.partyline.model;

import static dev.partyline.model.Script.NUMBER;
import static dev.partyline.model.Script.base;
import static dev.partyline.model.Script.call;
import static dev.partyline.model.Script.text;
import static dev.partyline.model.Script.voicemail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.CallStatus;
import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.Direction;
import dev.partyline.schema.NumberReleased;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import org.junit.jupiter.api.Test;

/** The model on cases worked out by hand from the rules' own words: a judge must be judged first. */
class NaiveModelTest {
    private final Script script = new Script();

    @Test
    void vxt4AMissedCallIsForEveryAssigneeWhomeverItRang() {
        script.assign(10, "ana");
        script.record(call("c", 20, Direction.INBOUND, CallStatus.MISSED, "eve"));

        assertThat(script.seen()).containsExactly("ana c [ASSIGNEE]", "eve c [PARTICIPANT]");
    }

    @Test
    void vxt7AssigneesShareWhatAssigneesDidAlsoForThePast() {
        script.assign(10, "ana");
        script.record(call("c", 20, Direction.OUTBOUND, CallStatus.COMPLETED, "ana"));
        script.record(text("t", 30, Direction.OUTBOUND, "ana"));
        script.assign(40, "ben");

        assertThat(script.seen())
                .containsExactly(
                        "ana t [ASSIGNEE, PARTICIPANT]",
                        "ana c [ASSIGNEE, PARTICIPANT]",
                        "ben t [ASSIGNEE]",
                        "ben c [ASSIGNEE]");
    }

    @Test
    void vxt8TheDefaultInboxIsSharedAndAnotherUsersIsTheirs() {
        script.assign(10, "ana");
        script.record(voicemail("v", 20, null));
        script.record(voicemail("w", 30, "eve"));

        assertThat(script.seen()).containsExactly("ana v [ASSIGNEE]", "eve w [INBOX]");
    }

    @Test
    void vxt10ACallWithSomeoneUnassignedStaysTheirs() {
        script.assign(10, "ana");
        script.assign(10, "ben");
        script.record(call("c", 20, Direction.INBOUND, CallStatus.COMPLETED, "ana", "eve"));

        assertThat(script.seen()).containsExactly("ana c [PARTICIPANT]", "eve c [PARTICIPANT]");
    }

    @Test
    void vxt11AnOutboundOnlyUsersCallStaysHiddenAlsoOnceTheyAreAssigned() {
        script.assign(10, "ana");
        script.change(10, null, new CallerIdGranted(NUMBER, "ben"));
        script.record(call("c", 20, Direction.OUTBOUND, CallStatus.COMPLETED, "ben"));
        script.assign(30, "ben");

        assertThat(script.seen()).containsExactly("ben c [PARTICIPANT]");
    }

    @Test
    void vxt11AChangeDatedBackIsJudgedAgain() {
        script.assign(10, "ana");
        script.record(call("c", 20, Direction.OUTBOUND, CallStatus.COMPLETED, "ben"));
        script.change(30, 15L, new UserAssigned(NUMBER, "ben", null, null));

        assertThat(script.seen()).containsExactly("ana c [ASSIGNEE]", "ben c [ASSIGNEE, PARTICIPANT]");
    }

    @Test
    void theSystemsMessagesAndCallsWithoutParticipantsAreShared() {
        script.assign(10, "ana");
        script.record(text("t", 5, Direction.OUTBOUND, null));
        script.record(call("c", 4, Direction.INBOUND, CallStatus.COMPLETED));

        assertThat(script.seen()).containsExactly("ana t [ASSIGNEE]", "ana c [ASSIGNEE]");
    }

    @Test
    void theGreaterRevisionWinsThenTheGreaterBytesAndErasureAboveAll() {
        script.assign(1, "ana");
        TelephonyRecord one = call("c", 20, Direction.INBOUND, CallStatus.MISSED);
        TelephonyRecord hidden = TelephonyRecord.newBuilder(call("c", 20, Direction.INBOUND, CallStatus.FAILED, "eve"))
                .setRevision(2)
                .build();
        script.record(hidden);
        script.record(one);
        assertThat(script.seen()).containsExactly("eve c [PARTICIPANT]");
        // Of the same revision: FAILED stands behind MISSED in the enum, so its bytes compare greater.
        script.record(call("d", 20, Direction.INBOUND, CallStatus.FAILED, "eve"));
        script.record(call("d", 20, Direction.INBOUND, CallStatus.MISSED));
        assertThat(script.seen()).containsExactly("eve c [PARTICIPANT]", "eve d [PARTICIPANT]");

        script.record(
                base("c", 20, Direction.INBOUND).setKind(RecordKind.ERASED).build());
        assertThat(script.seen()).containsExactly("eve d [PARTICIPANT]");
    }

    @Test
    void aReleasedNumberIsNobodysAndItsHistoryStays() {
        script.assign(10, "ana");
        script.record(call("c", 20, Direction.INBOUND, CallStatus.COMPLETED, "ana"));
        script.change(30, null, new NumberReleased(NUMBER));
        assertThat(script.seen()).containsExactly("ana c [PARTICIPANT]");

        script.assign(40, "ben");
        assertThat(script.seen()).containsExactly("ana c [PARTICIPANT]", "ben c [ASSIGNEE]");
    }
}
