package dev.partyline.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final Progress progress = new Progress();

    @Test
    void aSlowStartAndASlowEndDoNotCount() {
        at(0, 0);
        at(100, 10); // a hundred seconds of start
        at(101, 20);
        at(108, 90);
        at(200, 100);
        assertThat(progress.rate(100, 0.15, 0.9)).isEqualTo(10);
    }

    @Test
    void whatOneLookBringsAtOnceIsNoRate() {
        at(0, 0);
        at(1, 100);
        assertThatThrownBy(() -> progress.rate(100, 0.15, 0.9)).hasMessageContaining("too few rows");
    }

    @Test
    void whatDidNotComeThatFarHasNoRate() {
        at(0, 0);
        at(1, 80);
        assertThatThrownBy(() -> progress.rate(100, 0.15, 0.9)).hasMessageContaining("did not come to 90");
    }

    private void at(long seconds, long count) {
        progress.add(TimeUnit.SECONDS.toNanos(seconds), count);
    }
}
