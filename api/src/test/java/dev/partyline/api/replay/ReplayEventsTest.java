package dev.partyline.api.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.Participant;
import dev.partyline.schema.ParticipantRole;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import dev.partyline.schemas.Ids;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayEventsTest {
    private static final Instant TIME = Instant.parse("1999-01-01T08:00:00Z");

    private final ReplayEvents events = new ReplayEvents("bank");

    @Test
    void anAnsweredCallHasItsAgentAsParticipant() {
        TelephonyRecord call = events.call(new CallLine("c1", TIME, "24537", "c7", "anat", false, 61));
        assertThat(call.getRecordId()).isEqualTo("c1");
        assertThat(call.getWorkspaceId()).isEqualTo("bank");
        assertThat(call.getNumber()).isEqualTo("24537");
        assertThat(call.getPeer()).isNull();
        assertThat(call.getContactId()).isEqualTo("c7");
        assertThat(call.getStartedAt()).isEqualTo(TIME);
        assertThat(call.getDirection()).isEqualTo(Direction.INBOUND);
        assertThat(call.getRevision()).isEqualTo(1);
        assertThat(call.getKind()).isEqualTo(RecordKind.CALL);
        assertThat(call.getCall().getStatus()).isEqualTo(CallStatus.COMPLETED);
        assertThat(call.getCall().getDurationSeconds()).isEqualTo(61);
        assertThat(call.getCall().getParticipants()).containsExactly(new Participant("anat", ParticipantRole.ANSWERED));
    }

    @Test
    void anAnsweredCallWithoutAnAgentHasNoParticipants() {
        TelephonyRecord call = events.call(new CallLine("c1", TIME, "24537", "", "", false, 61));
        assertThat(call.getContactId()).isNull();
        assertThat(call.getCall().getStatus()).isEqualTo(CallStatus.COMPLETED);
        assertThat(call.getCall().getParticipants()).isEmpty();
    }

    @Test
    void aMissedCallHasNoParticipants() {
        TelephonyRecord call = events.call(new CallLine("c1", TIME, "24537", "", "anat", true, 0));
        assertThat(call.getCall().getStatus()).isEqualTo(CallStatus.MISSED);
        assertThat(call.getCall().getParticipants()).isEmpty();
    }

    @Test
    void assignmentLinesAreChangesDatedByTheLine() {
        AssignmentLine joins = new AssignmentLine(TIME, true, "24537", "anat");
        AssignmentLine leaves = new AssignmentLine(TIME.plusSeconds(9), false, "24537", "anat");
        List<DirectoryChange> changes = events.changes(List.of(joins, leaves));
        assertThat(changes)
                .extracting(DirectoryChange::getChange)
                .containsExactly(new UserAssigned("24537", "anat", null, null), new UserUnassigned("24537", "anat"));
        assertThat(changes).extracting(DirectoryChange::getOccurredAt).containsExactly(TIME, TIME.plusSeconds(9));
        assertThat(changes).extracting(DirectoryChange::getActorId).containsOnlyNulls();
    }

    @Test
    void changeIdsFollowFromTheLinesAndTellEqualLinesApart() {
        AssignmentLine joins = new AssignmentLine(TIME, true, "24537", "anat");
        AssignmentLine leaves = new AssignmentLine(TIME, false, "24537", "anat");
        List<String> ids = ids(List.of(joins, leaves, joins));
        assertThat(ids).doesNotHaveDuplicates().allMatch(Ids::isId);
        assertThat(ids(List.of(joins, leaves, joins))).isEqualTo(ids);
    }

    @Test
    void theOrdersAreWhatTheirNamesSay() {
        List<CallLine> calls = IntStream.range(0, 50)
                .mapToObj(i -> new CallLine("c" + i, TIME.plusSeconds(i), "24537", "", "", true, 0))
                .toList();
        List<CallLine> newestFirst = Order.NEWEST_FIRST.arrange(calls, 1);
        assertThat(newestFirst.get(0)).isEqualTo(calls.get(49));
        assertThat(newestFirst).containsExactlyInAnyOrderElementsOf(calls);
        assertThat(Order.ASSIGNMENTS_LAST.arrange(calls, 1)).isEqualTo(calls);
        List<CallLine> shuffled = Order.SHUFFLED.arrange(calls, 7);
        assertThat(Order.SHUFFLED.arrange(calls, 7))
                .isEqualTo(shuffled)
                .isNotEqualTo(Order.SHUFFLED.arrange(calls, 8))
                .containsExactlyInAnyOrderElementsOf(calls);
    }

    private List<String> ids(List<AssignmentLine> log) {
        return events.changes(log).stream().map(DirectoryChange::getChangeId).toList();
    }
}
