package dev.partyline.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.topology.EngineMetrics;
import dev.partyline.topology.EngineMetrics.Stage;
import dev.partyline.topology.EngineMetrics.StoreSize;
import dev.partyline.topology.wiring.LatencyHistogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineCollectorTest {
    private static final EngineMetrics METRICS = new EngineMetrics(
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            new LatencyHistogram.Snapshot(List.of(100L, 1_000L), List.of(8L, 9L, 10L), 12_000),
            Map.of(Stage.VISIBILITY, 11L),
            Map.of("records", new StoreSize(12, 13)));

    @Test
    void everyMeasurementStandsOnThePageUnderItsPublicName() throws IOException {
        assertThat(page().lines().filter(line -> !line.startsWith("#")))
                .containsExactlyInAnyOrder(
                        "partyline_records_total 1.0",
                        "partyline_changes_total 2.0",
                        "partyline_deliveries_total 3.0",
                        "partyline_dead_letters_total 4.0",
                        "partyline_moved_total 5.0",
                        "partyline_superseded_total 6.0",
                        "partyline_expired_total 7.0",
                        "partyline_walks 8.0",
                        "partyline_untold 9.0",
                        "partyline_delivery_latency_seconds_bucket{le=\"0.1\"} 8",
                        "partyline_delivery_latency_seconds_bucket{le=\"1.0\"} 17",
                        "partyline_delivery_latency_seconds_bucket{le=\"+Inf\"} 27",
                        "partyline_delivery_latency_seconds_count 27",
                        "partyline_delivery_latency_seconds_sum 12.0",
                        "partyline_lag{stage=\"visibility\"} 11.0",
                        "partyline_store_entries{store=\"records\"} 12.0",
                        "partyline_store_bytes{store=\"records\"} 13.0");
    }

    private static String page() throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(page, new EngineCollector(() -> METRICS).collect());
        return page.toString(StandardCharsets.UTF_8);
    }
}
