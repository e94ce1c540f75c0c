package dev.partyline.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProducerSettingsTest {
    @Test
    void aRunMayOverrideThem() {
        assertThat(ProducerSettings.with(Map.of("producer.linger.ms", "20")))
                .containsEntry("producer.linger.ms", "20")
                .containsEntry("producer.compression.type", "lz4");
    }

    @Test
    void aPlainProducerGetsItsOwnUnderItsOwnNames() {
        assertThat(ProducerSettings.producer(ProducerSettings.ENGINE))
                .containsEntry("linger.ms", "100")
                .doesNotContainKey("commit.interval.ms")
                .doesNotContainKey("poll.ms");
    }
}
