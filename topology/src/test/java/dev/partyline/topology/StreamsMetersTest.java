package dev.partyline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.EngineMetrics.Stage;
import dev.partyline.topology.EngineMetrics.StoreSize;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class StreamsMetersTest {
    private static final Topics TOPICS = new Topics("t.");

    private final Map<MetricName, Metric> metrics = new HashMap<>();
    private final StreamsMeters meters = new StreamsMeters(TOPICS, () -> metrics);

    @Test
    void lagIsAddedUpByStage() {
        lag(TOPICS.changes().name(), "0", 1.0);
        lag(TOPICS.encounters().name(), "0", 2.0);
        lag(TOPICS.records().name(), "0", 10.0);
        lag(TOPICS.records().name(), "1", 20.0);
        lag(TOPICS.contactAccess().name(), "1", 40.0);
        lag(TOPICS.feed().name(), "1", Double.NaN);
        lag("somebody-elses", "0", 1_000.0);

        assertThat(meters.lag())
                .containsOnly(
                        Map.entry(Stage.DIRECTORY, 3L), Map.entry(Stage.VISIBILITY, 70L), Map.entry(Stage.VIEW, 0L));
    }

    @Test
    void aStoresPartitionsAreAddedUp() {
        store("records", "1_0", "estimate-num-keys", 5);
        store("records", "1_1", "estimate-num-keys", 7);
        store("records", "1_1", "total-sst-files-size", 4_096);
        store("records", "1_1", "block-cache-usage", 9);

        assertThat(meters.stores()).containsOnly(Map.entry("records", new StoreSize(12, 4_096)));
    }

    private void lag(String topic, String partition, double value) {
        put("records-lag", Map.of("topic", topic, "partition", partition), value);
        put("records-lag-max", Map.of("topic", topic, "partition", partition), 77.0);
    }

    private void store(String store, String task, String name, long value) {
        put(name, Map.of("rocksdb-state-id", store, "task-id", task), value);
    }

    private void put(String name, Map<String, String> tags, Object value) {
        MetricName metricName = new MetricName(name, "group", "", tags);
        metrics.put(metricName, new Metric() {
            @Override
            public MetricName metricName() {
                return metricName;
            }

            @Override
            public Object metricValue() {
                return value;
            }
        });
    }
}
