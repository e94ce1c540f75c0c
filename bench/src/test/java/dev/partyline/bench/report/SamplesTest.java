package dev.partyline.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private final Samples samples = new Samples();

    @Test
    void aPercentileIsTheSampleThatSoManyDoNotExceed() {
        for (int millis = 200_000; millis >= 1; millis--) {
            samples.add(TimeUnit.MILLISECONDS.toNanos(millis));
        }
        assertThat(samples.percentile(0.5)).isEqualTo(100_000);
        assertThat(samples.percentile(0.999)).isEqualTo(199_800);
        assertThat(samples.percentile(1)).isEqualTo(200_000);
    }

    @Test
    void oneSampleIsAllPercentiles() {
        samples.add(TimeUnit.MILLISECONDS.toNanos(7));
        assertThat(samples.percentile(0.5)).isEqualTo(7);
        assertThat(samples.percentile(0.99)).isEqualTo(7);
    }

    @Test
    void noSamplesHaveNone() {
        assertThat(samples.percentile(0.5)).isNaN();
    }
}
