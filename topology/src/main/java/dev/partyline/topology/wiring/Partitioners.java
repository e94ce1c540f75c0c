package dev.partyline.topology.wiring;

import dev.partyline.schemas.Partitions;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Partitioners of the topics whose key is more than what they are partitioned by (DESIGN 5). */
public final class Partitioners {
    private Partitioners() {}

    /** {@code number-access}, {@code contact-access}: by the number alone. */
    public static <V> StreamPartitioner<String, V> byNumber() {
        return (topic, key, value, partitions) -> Optional.of(Set.of(Partitions.ofNumberKey(key, partitions)));
    }

    /** {@code feed}: by {@code ws|userId}. */
    public static <V> StreamPartitioner<byte[], V> byFeedUser() {
        return (topic, key, value, partitions) -> Optional.of(Set.of(Partitions.ofFeedKey(key, partitions)));
    }
}
