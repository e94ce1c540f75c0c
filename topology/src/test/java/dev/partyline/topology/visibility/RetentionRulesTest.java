package dev.partyline.topology.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RetentionRulesTest {
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Test
    void withoutAPolicyNothingIsTooOld() {
        assertThat(RetentionRules.cutoff(OptionalInt.empty(), 100 * DAY)).isZero();
        assertThat(RetentionRules.expired(Samples.missed("c", 0), 0)).isFalse();
    }

    @Test
    void whatBeganBeforeTheCutoffGoesAndWhatBeganAtItStays() {
        long cutoff = RetentionRules.cutoff(OptionalInt.of(3), 10 * DAY);

        assertThat(cutoff).isEqualTo(7 * DAY);
        assertThat(RetentionRules.expired(Samples.missed("c", 7 * DAY - 1), cutoff))
                .isTrue();
        assertThat(RetentionRules.expired(Samples.missed("c", 7 * DAY), cutoff)).isFalse();
    }

    @Test
    void aRetentionLongerThanTheEpochKeepsEverything() {
        assertThat(RetentionRules.cutoff(OptionalInt.of(Integer.MAX_VALUE), 10 * DAY))
                .isZero();
    }

    @Test
    void theMarkOfWhatIsErasedStays() {
        assertThat(RetentionRules.expired(Samples.erased("c", 0), DAY)).isFalse();
    }
}
