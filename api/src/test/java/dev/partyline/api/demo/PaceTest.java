package dev.partyline.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration USUAL = Duration.ofMillis(1200);

    @Test
    void withoutAnEndThePauseIsTheUsualOne() {
        assertThat(new Pace(USUAL, Optional.empty()).pause(Duration.ofHours(1), 1))
                .isEqualTo(USUAL);
    }

    @Test
    void thePauseIsAShareOfTheTimeLeftAndNoMoreThanTheUsualOne() {
        Pace pace = new Pace(USUAL, Optional.of(Duration.ofSeconds(20)));
        assertThat(pace.pause(Duration.ofSeconds(8), 20)).isEqualTo(Duration.ofMillis(500));
        assertThat(pace.pause(Duration.ofSeconds(8), 2)).isEqualTo(USUAL);
    }

    @Test
    void whenTheTimeIsOverTheDayGoesOnWithoutPauses() {
        Pace pace = new Pace(USUAL, Optional.of(Duration.ofSeconds(5)));
        assertThat(pace.pause(Duration.ofSeconds(9), 20)).isZero();
    }
}
