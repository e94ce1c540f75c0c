package dev.partyline.topology.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Outcome;
import dev.partyline.schema.Role;
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
    void aChangeIsAboutTheUserItNamesOrTheOwnersBeforeAndAfter() {
        Image image = Image.empty("acme");
        assertThat(about(image, Changes.assigned(Changes.SALES, "ana"))).containsExactly("ana");
        assertThat(about(image, Changes.number(Changes.SALES, null))).isEmpty();
        assertThat(about(image, Changes.contactOwner("k", "ana"))).containsExactly("ana");
        DirectoryView owned = new Play()
                .given(Changes.member("ana", Role.MEMBER, true), Changes.contactOwner("k", "ana"))
                .image();
        assertThat(about(owned, Changes.contactOwner("k", "ben"))).containsExactly("ana", "ben");
        assertThat(about(owned, Changes.contactOwner("k", null))).containsExactly("ana");
    }

    private static List<String> about(DirectoryView view, Object change) {
        return DecisionRules.about(new Request(Changes.change("c1", null, null, change), view, FIRST));
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
