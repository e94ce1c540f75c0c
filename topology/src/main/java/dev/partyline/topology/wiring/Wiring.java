package dev.partyline.topology.wiring;

import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.PartitionGroup;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.store.HeapBudget;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What every stage is built with.
 *
 * @param topics the topics' names
 * @param serdes how their values are read and written
 * @param partitions how many partitions the topics of each group have
 * @param counters where stages count what they do
 * @param transactions those that the engine's producers have open
 * @param heap what stages may hold of their stores, decoded
 */
public record Wiring(
        Topics topics,
        AvroSerdes serdes,
        Map<PartitionGroup, Integer> partitions,
        EngineCounters counters,
        OpenTransactions transactions,
        HeapBudget heap) {

    /** With a way to the topics through Kafka Streams alone, and the usual share of this process' heap. */
    public Wiring(Topics topics, AvroSerdes serdes, Map<PartitionGroup, Integer> partitions, EngineCounters counters) {
        this(topics, serdes, partitions, counters, new OpenTransactions(), HeapBudget.ofThisProcess());
    }

    /** How many partitions a topic has. */
    public int partitionsOf(Topic<?> topic) {
        return Objects.requireNonNull(partitions.get(topic.group()), () -> "no partition count for " + topic.name());
    }

    public <V extends SpecificRecord> Serializer<V> serializer(Topic<V> topic) {
        return serdes.of(topic.value()).serializer();
    }

    public <V extends SpecificRecord> Deserializer<V> deserializer(Topic<V> topic) {
        return serdes.of(topic.value()).deserializer();
    }
}
