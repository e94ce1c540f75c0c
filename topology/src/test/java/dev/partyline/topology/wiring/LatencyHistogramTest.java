package dev.partyline.topology.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void aDurationCountsInTheFirstBucketThatHoldsIt() {
        histogram.add(5);
        histogram.add(6);
        histogram.add(60_000);

        assertThat(count(5)).isEqualTo(1);
        assertThat(count(10)).isEqualTo(1);
        assertThat(count(60_000)).isEqualTo(1);
        assertThat(histogram.snapshot().sumMillis()).isEqualTo(60_011);
    }

    @Test
    void whatIsLongerThanEveryBoundCountsInTheLast() {
        histogram.add(60_001);

        assertThat(histogram.snapshot().counts()).last().isEqualTo(1L);
        assertThat(histogram.snapshot().counts())
                .hasSize(histogram.snapshot().atMostMillis().size() + 1);
    }

    @Test
    void aClockThatRunsBehindMakesNoNegativeDuration() {
        histogram.add(-40);

        assertThat(count(5)).isEqualTo(1);
        assertThat(histogram.snapshot().sumMillis()).isZero();
    }

    private long count(long atMostMillis) {
        LatencyHistogram.Snapshot now = histogram.snapshot();
        int bucket = IntStream.range(0, now.atMostMillis().size())
                .filter(i -> now.atMostMillis().get(i) == atMostMillis)
                .findFirst()
                .orElseThrow();
        return now.counts().get(bucket);
    }
}
