package dev.partyline.topology.query;

import dev.partyline.topology.query.InstanceStatus.Part;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;

/** How far the stores of this instance are behind their topics. The broker is asked once a second at most. */
final class Lags {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final KafkaStreams streams;
    private Map<String, Map<Integer, LagInfo>> last = Map.of();
    private long lastAt = System.nanoTime() - FRESH.toNanos();

    Lags(KafkaStreams streams) {
        this.streams = streams;
    }

    /** In messages; {@link Rows#UNKNOWN_LAG} when it cannot be told. */
    long of(StorePart part) {
        LagInfo lag = all().getOrDefault(part.store(), Map.of()).get(part.partition());
        return lag == null ? Rows.UNKNOWN_LAG : lag.offsetLag();
    }

    /** Of all parts of stores that this instance holds. */
    List<Part> parts() {
        return all().entrySet().stream()
                .flatMap(store -> store.getValue().entrySet().stream()
                        .map(part -> new Part(
                                store.getKey(), part.getKey(), part.getValue().offsetLag())))
                .sorted(Comparator.comparing(Part::name).thenComparing(Part::partition))
                .toList();
    }

    private synchronized Map<String, Map<Integer, LagInfo>> all() {
        if (System.nanoTime() - lastAt >= FRESH.toNanos()) {
            last = ask();
            lastAt = System.nanoTime();
        }
        return last;
    }

    private Map<String, Map<Integer, LagInfo>> ask() {
        try {
            return streams.allLocalStorePartitionLags();
        } catch (KafkaException | IllegalStateException e) {
            return Map.of(); // of none it is known
        }
    }
}
