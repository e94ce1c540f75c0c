package dev.partyline.api.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowDifferencesTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final RowDifferences differences = new RowDifferences(Duration.ofSeconds(10));

    @Test
    void whatIsTheSameIsSettledAtOnce() {
        differences.look(Map.of("a", "1"), Map.of("a", "1"), 0);
        assertThat(differences.none()).isTrue();
        assertThat(differences.wrong(0)).isEmpty();
    }

    @Test
    void whatStaysDifferentIsWrongWhetherItIsMissingTooManyOrAnother() {
        for (int second = 0; second <= 10; second++) {
            differences.look(Map.of("a", "1", "b", "1"), Map.of("b", "2", "c", "3"), second * SECOND);
            boolean over = second == 10;
            assertThat(differences.none()).isFalse();
            assertThat(differences.wrong(second * SECOND)).hasSize(over ? 3 : 0);
            assertThat(differences.unsettled(second * SECOND)).isZero();
        }
        assertThat(differences.wrong(10 * SECOND))
                .extracting(RowDifferences.Difference::toString)
                .containsExactly("a: must be 1, is absent", "b: must be 1, is 2", "c: must be absent, is 3");
    }

    @Test
    void ofWhatChangesEachTimeNobodyCanSay() {
        for (int second = 0; second <= 30; second++) {
            differences.look(Map.of("a", "1"), Map.of("a", "x" + second / 5), second * SECOND);
            assertThat(differences.wrong(second * SECOND)).isEmpty();
        }
        assertThat(differences.unsettled(30 * SECOND)).isEqualTo(1);
    }

    @Test
    void whatComesRightWasOnItsWay() {
        differences.look(Map.of("a", "1"), Map.of(), 0);
        differences.look(Map.of("a", "1"), Map.of("a", "1"), 9 * SECOND);
        differences.look(Map.of("a", "1"), Map.of(), 11 * SECOND);
        assertThat(differences.wrong(11 * SECOND)).isEmpty();
    }
}
