package dev.partyline.topology.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedDiffTest {
    private static final Reasons ASSIGNEE = Reasons.of(Reason.ASSIGNEE);
    private static final Reasons PARTICIPANT = Reasons.of(Reason.PARTICIPANT);

    @Test
    void lossesComeBeforeGains() {
        assertThat(FeedDiff.ofAccess(Map.of("ana", ASSIGNEE), Map.of("ben", ASSIGNEE)))
                .containsExactly(new FeedDiff.Row("ana", ASSIGNEE, null), new FeedDiff.Row("ben", null, ASSIGNEE));
    }

    @Test
    void whoseReasonsStayIsToldOnlyWhenTheRecordSaysSomethingElse() {
        Map<String, Reasons> same = Map.of("ana", ASSIGNEE);

        assertThat(FeedDiff.ofAccess(same, same)).isEmpty();
        assertThat(FeedDiff.ofContent(same, same)).containsExactly(new FeedDiff.Row("ana", ASSIGNEE, ASSIGNEE));
    }

    @Test
    void aRowIsWithdrawnOnlyWhenTheLastReasonGoes() {
        assertThat(FeedDiff.ofAccess(Map.of("ana", ASSIGNEE.and(PARTICIPANT)), Map.of("ana", PARTICIPANT)))
                .singleElement()
                .satisfies(row -> assertThat(row.after()).isEqualTo(PARTICIPANT))
                .satisfies(row -> assertThat(row.withdraws()).isTrue());
    }

    @Test
    void tradingOneReasonForAnotherWithdrawsNothing() {
        assertThat(new FeedDiff.Row("ana", ASSIGNEE, PARTICIPANT).withdraws()).isFalse();
        assertThat(new FeedDiff.Row("ana", ASSIGNEE, null).withdraws()).isTrue();
        assertThat(new FeedDiff.Row("ana", null, ASSIGNEE).withdraws()).isFalse();
    }
}
