package dev.partyline.topology.wiring;

import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.PartitionGroup;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
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
 */
public record Wiring(
        Topics topics,
        AvroSerdes serdes,
        Map<PartitionGroup, Integer> partitions,
        EngineCounters counters,
        OpenTransactions transactions) {

    /** With a way to the topics through Kafka Streams alone. */
    public Wiring(Topics topics, AvroSerdes serdes, Map<PartitionGroup, Integer> partitions, EngineCounters counters) {
        this(topics, serdes, partitions, counters, new OpenTransactions());
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
