package dev.partyline.topology.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadScopeTest {
    private final ReadScope scope = new ReadScope();

    @Test
    void unlessItIsSaidNoStandbyWillDo() {
        assertThat(scope.standbysWillDo()).isFalse();
        scope.answeredByStandby(3);
        assertThat(scope.end()).isEmpty();
    }

    @Test
    void itIsSaidForOneReadingOnOneThread() throws InterruptedException {
        scope.beginWithStandbys();
        boolean[] elsewhere = {true};
        Thread other = new Thread(() -> elsewhere[0] = scope.standbysWillDo());
        other.start();
        other.join();
        assertThat(elsewhere[0]).isFalse();
        assertThat(scope.standbysWillDo()).isTrue();
        assertThat(scope.end()).as("no standby answered").isEmpty();
        assertThat(scope.standbysWillDo()).isFalse();
    }

    @Test
    void theLargestLagIsToldAndOneThatIsNotKnownBeforeAny() {
        scope.beginWithStandbys();
        scope.answeredByStandby(3);
        scope.answeredByStandby(9);
        scope.answeredByStandby(0);
        assertThat(scope.end()).hasValue(9);
        scope.beginWithStandbys();
        scope.answeredByStandby(Rows.UNKNOWN_LAG);
        scope.answeredByStandby(9);
        assertThat(scope.end()).hasValue(Rows.UNKNOWN_LAG);
    }
}
