package dev.partyline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
    private long clock = 1_700_000_000_000L;
    private long monotonic = 5_000;
    private final ClockWatch watch =
            new ClockWatch(() -> clock, () -> TimeUnit.MILLISECONDS.toNanos(monotonic), () -> {});

    @Test
    void timeThatPassesIsNoStep() {
        pass(1_000);
        assertThat(watch.wasSetBack()).isFalse();
        pass(3_600_000);
        assertThat(watch.wasSetBack()).isFalse();
    }

    @Test
    void aClockThatGoesAheadDelaysNothing() {
        clock += 3_600_000;
        assertThat(watch.wasSetBack()).isFalse();
    }

    @Test
    void aClockThatIsSetBackIsNoticedOnceAlsoFromWhereItHadGoneAhead() {
        clock += 3_600_000;
        assertThat(watch.wasSetBack()).isFalse();
        pass(1_000);
        clock -= 3_600_000;
        assertThat(watch.wasSetBack()).isTrue();
        assertThat(watch.wasSetBack()).isFalse();
    }

    @Test
    void aShortStepIsWaitedFor() {
        clock -= 10_000;
        assertThat(watch.wasSetBack()).isFalse();
        clock -= 10_001;
        assertThat(watch.wasSetBack()).isTrue();
    }

    private void pass(long millis) {
        clock += millis;
        monotonic += millis;
    }
}
