package dev.partyline.topology;

import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.EngineMetrics.Stage;
import dev.partyline.topology.EngineMetrics.StoreSize;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** What Kafka Streams measures, added up by stage and by store. */
final class StreamsMeters {
    private static final String LAG = "records-lag";
    private static final String ENTRIES = "estimate-num-keys";
    private static final String BYTES = "total-sst-files-size";

    private final Supplier<Map<MetricName, ? extends Metric>> metrics;
    private final Map<String, Stage> stages = new HashMap<>();

    /** @param metrics those of a running Kafka Streams client */
    StreamsMeters(Topics topics, Supplier<Map<MetricName, ? extends Metric>> metrics) {
        this.metrics = metrics;
        read(Stage.DIRECTORY, List.of(topics.changes(), topics.movedChanges(), topics.encounters()));
        read(
                Stage.VISIBILITY,
                List.of(topics.records(), topics.movedRecords(), topics.numberAccess(), topics.contactAccess()));
        read(Stage.VIEW, List.of(topics.feed(), topics.userAccess()));
    }

    /** Messages that each stage has still to read; a consumer that has fetched nothing yet counts as having none. */
    Map<Stage, Long> lag() {
        Map<Stage, Long> lag = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            lag.put(stage, 0L);
        }
        metrics.get().forEach((name, metric) -> {
            Stage stage = stages.get(name.tags().getOrDefault("topic", ""));
            if (name.name().equals(LAG) && stage != null) {
                lag.merge(stage, whole(metric), Long::sum);
            }
        });
        return lag;
    }

    /** How much each store holds, all its partitions on this instance together. */
    Map<String, StoreSize> stores() {
        Map<String, StoreSize> stores = new TreeMap<>();
        metrics.get().forEach((name, metric) -> {
            String store = name.tags().get("rocksdb-state-id");
            if (store != null && name.name().equals(ENTRIES)) {
                stores.merge(store, new StoreSize(whole(metric), 0), StoreSize::plus);
            } else if (store != null && name.name().equals(BYTES)) {
                stores.merge(store, new StoreSize(0, whole(metric)), StoreSize::plus);
            }
        });
        return stores;
    }

    private void read(Stage stage, List<Topic<?>> topics) {
        topics.forEach(topic -> stages.put(topic.name(), stage));
    }

    private static long whole(Metric metric) {
        return metric.metricValue() instanceof Number value && !Double.isNaN(value.doubleValue())
                ? value.longValue()
                : 0;
    }
}
