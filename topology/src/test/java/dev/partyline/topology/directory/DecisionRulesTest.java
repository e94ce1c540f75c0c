package dev.partyline.topology.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Outcome;
import dev.partyline.topology.state.Decided;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    @Test
    void aThousandOfTheNumbersItTouchedAreRememberedAndThatThereWereMore() {
        assertThat(decided(1_000))
                .returns(false, Decided::getMore)
                .satisfies(decided -> assertThat(decided.getNumbers()).hasSize(1_000));
        assertThat(decided(1_001))
                .returns(true, Decided::getMore)
                .satisfies(decided -> assertThat(decided.getNumbers()).hasSize(1_000));
        assertThat(decided(0))
                .returns(false, Decided::getMore)
                .satisfies(decided -> assertThat(decided.getContacts()).isEmpty());
    }

    @Test
    void aChangeOfOneUserIsAboutThem() {
        assertThat(about(Changes.assigned(Changes.SALES, "ana"))).isEqualTo("ana");
        assertThat(about(Changes.number(Changes.SALES, null))).isNull();
    }

    private static String about(Object change) {
        Request request = new Request(Changes.change("c1", null, null, change), Image.empty("acme"), FIRST);
        return DecisionRules.decided(request, new Verdict.Accepted(List.of()), 1, Announcements.NONE)
                .getUserId();
    }

    private static Decided decided(int numbers) {
        TreeSet<String> later = IntStream.range(0, numbers)
                .mapToObj(i -> String.valueOf(10_000 + i))
                .collect(Collectors.toCollection(TreeSet::new));
        Request request = new Request(
                Changes.change("c1", null, null, Changes.number(Changes.SALES, null)), Image.empty("acme"), FIRST);
        return DecisionRules.decided(request, new Verdict.Accepted(List.of()), 1, new Announcements(List.of(), later));
    }
}
