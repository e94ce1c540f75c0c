package dev.partyline.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of every pair of line rows, one after the other: whether records come to light that nobody writes again. */
class WithholdingTest {
    private static final String NUMBER = "+12125550100";
    private static final LineState REVOKING = line(LineStatus.REVOKING, false, null);
    private static final LineState CALLER_ID = line(LineStatus.LIVE, false, null);
    private static final LineState LIVE = line(LineStatus.LIVE, true, null);
    private static final LineState LIVE_FROM_5 = line(LineStatus.LIVE, true, 5L);
    private static final LineState SYNCING = line(LineStatus.SYNCING, true, null);
    private static final LineState SYNCING_FROM_5 = line(LineStatus.SYNCING, true, 5L);
    private static final LineState SYNCING_FROM_9 = line(LineStatus.SYNCING, true, 9L);
    private static final List<LineState> ALL =
            List.of(REVOKING, CALLER_ID, LIVE, LIVE_FROM_5, SYNCING, SYNCING_FROM_5, SYNCING_FROM_9);

    @Test
    void whatIsSettledOrShowsEverythingWithholdsNothing() {
        for (LineState line : List.of(CALLER_ID, LIVE, LIVE_FROM_5, SYNCING)) {
            assertThat(Withholding.of(List.of(line))).isEqualTo(Withholding.NONE);
            assertThat(ALL).noneMatch(Withholding.of(List.of(line))::uncoveredBy);
        }
    }

    @Test
    void afterARevocationThatIsUnderWayWhateverShowsUncovers() {
        assertThat(ALL.stream().filter(Withholding.of(List.of(REVOKING))::uncoveredBy))
                .containsExactly(LIVE, LIVE_FROM_5, SYNCING, SYNCING_FROM_5, SYNCING_FROM_9);
    }

    @Test
    void afterANarrowingThatIsUnderWayWhateverShowsMoreUncovers() {
        assertThat(ALL.stream().filter(Withholding.of(List.of(SYNCING_FROM_9))::uncoveredBy))
                .containsExactly(LIVE, LIVE_FROM_5, SYNCING, SYNCING_FROM_5);
        assertThat(ALL.stream().filter(Withholding.of(List.of(SYNCING_FROM_5))::uncoveredBy))
                .containsExactly(LIVE, SYNCING);
    }

    @Test
    void whatIsUnknownMayBeWithheldOnAnyLine() {
        assertThat(ALL.stream().filter(Withholding.UNKNOWN::uncoveredBy))
                .containsExactly(LIVE, LIVE_FROM_5, SYNCING, SYNCING_FROM_5, SYNCING_FROM_9);
    }

    @Test
    void aLineThatHasGoneTookItsRecordsWithIt() {
        assertThat(Withholding.of(List.of(REVOKING)).without(NUMBER)).isEqualTo(Withholding.NONE);
        assertThat(Withholding.of(List.of(REVOKING)).without("24537").uncoveredBy(SYNCING))
                .isTrue();
    }

    @Test
    void twoTogetherWithholdWhatEitherDoes() {
        Withholding five = Withholding.of(List.of(SYNCING_FROM_5));
        Withholding nine = Withholding.of(List.of(SYNCING_FROM_9));
        assertThat(five.and(nine)).isEqualTo(nine);
        assertThat(nine.and(five)).isEqualTo(nine);
        assertThat(nine.and(Withholding.NONE)).isEqualTo(nine);
        assertThat(Withholding.NONE.and(nine)).isEqualTo(nine);
        assertThat(Withholding.NONE.and(Withholding.UNKNOWN).unknown()).isTrue();
    }

    private static LineState line(LineStatus state, boolean assigned, @Nullable Long visibleFrom) {
        return LineState.newBuilder()
                .setNumber(NUMBER)
                .setState(state)
                .setAssigned(assigned)
                .setCalling(false)
                .setTexting(false)
                .setCallerId(!assigned)
                .setRouted(false)
                .setVisibleFrom(visibleFrom)
                .setDone(0)
                .setTotal(0)
                .setVersion(1)
                .build();
    }
}
