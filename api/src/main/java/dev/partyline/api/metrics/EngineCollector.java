package dev.partyline.api.metrics;

import dev.partyline.topology.EngineMetrics;
import dev.partyline.topology.EngineMetrics.StoreSize;
import dev.partyline.topology.wiring.LatencyHistogram;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The engine's measurements, read at the moment they are scraped. Their names are public: docs/operations.md. */
public final class EngineCollector implements MultiCollector {
    private static final double MILLIS = 1_000;

    private final Supplier<EngineMetrics> engine;

    public EngineCollector(Supplier<EngineMetrics> engine) {
        this.engine = engine;
    }

    @Override
    public MetricSnapshots collect() {
        EngineMetrics now = engine.get();
        return new MetricSnapshots(List.of(
                counter("partyline_records", "Records taken in.", now.records()),
                counter("partyline_changes", "Changes taken in.", now.changes()),
                counter("partyline_deliveries", "Record rows written to the feed.", now.deliveries()),
                counter("partyline_dead_letters", "Messages sent to dead-letters.", now.deadLetters()),
                counter("partyline_moved", "Events sent on to their right partition.", now.moved()),
                counter("partyline_superseded", "Records that were known as new, or newer.", now.superseded()),
                counter("partyline_expired", "Records too old for their number's retention.", now.expired()),
                gauge("partyline_walks", "Walks under way.", now.walks()),
                gauge("partyline_untold", "Numbers still to be told their access.", now.untold()),
                gauges("partyline_lag", "Messages still to be read, by stage.", "stage", now.lag(), lag -> lag),
                stores("partyline_store_entries", "Entries, as estimated.", now, StoreSize::entries),
                stores("partyline_store_bytes", "Bytes of the store's files.", now, StoreSize::bytes),
                latency(now.deliveryLatency())));
    }

    private static MetricSnapshot counter(String name, String help, long value) {
        return CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(CounterDataPointSnapshot.builder().value(value).build())
                .build();
    }

    private static MetricSnapshot gauge(String name, String help, long value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                .build();
    }

    private static MetricSnapshot stores(String name, String help, EngineMetrics now, ToLongFunction<StoreSize> size) {
        return gauges(name, help, "store", now.stores(), size::applyAsLong);
    }

    private static <K, V> MetricSnapshot gauges(
            String name, String help, String label, Map<K, V> values, Function<V, Long> value) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        values.forEach((key, each) -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(Labels.of(label, key.toString().toLowerCase(Locale.ROOT)))
                .value(value.apply(each))
                .build()));
        return gauge.build();
    }

    private static MetricSnapshot latency(LatencyHistogram.Snapshot latency) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        for (int i = 0; i < latency.counts().size(); i++) {
            boolean last = i == latency.atMostMillis().size();
            double bound =
                    last ? Double.POSITIVE_INFINITY : latency.atMostMillis().get(i) / MILLIS;
            buckets.bucket(bound, latency.counts().get(i));
        }
        return HistogramSnapshot.builder()
                .name("partyline_delivery_latency_seconds")
                .help("From the append of a record to its live row in the view.")
                .dataPoint(HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(buckets.build())
                        .sum(latency.sumMillis() / MILLIS)
                        .build())
                .build();
    }
}
