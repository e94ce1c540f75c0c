package dev.partyline.topology.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Outcome;
import dev.partyline.topology.state.Decided;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a decision is remembered, and how long it is stored. */
class DecisionRulesTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long FIRST = 5 * DAY;
    private static final Decided DECIDED = Decided.newBuilder()
            .setChangeId("c1")
            .setWorkspaceId("acme")
            .setOutcome(Outcome.UNCHANGED.name())
            .setVersion(0)
            .setDecidedAt(FIRST)
            .setNumbers(List.of())
            .build();

    @Test
    void itIsRememberedForThirtyDaysOfItsFirstAppend() {
        assertThat(DecisionRules.isRemembered(DECIDED, FIRST + 30 * DAY - 1)).isTrue();
        assertThat(DecisionRules.isRemembered(DECIDED, FIRST + 30 * DAY)).isFalse();
    }

    @Test
    void aBrokersClockSetBackRemembersIt() {
        assertThat(DecisionRules.isRemembered(DECIDED, FIRST - DAY)).isTrue();
    }

    @Test
    void itIsStoredForADayLonger() {
        assertThat(DecisionRules.isForgettable(DECIDED, FIRST + 31 * DAY - 1)).isFalse();
        assertThat(DecisionRules.isForgettable(DECIDED, FIRST + 31 * DAY)).isTrue();
    }
}
