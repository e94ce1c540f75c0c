package dev.partyline.api.verify;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning, committed messages only, as far as it is told to. For one thread. */
final class CommittedReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each;
    private long read;

    /**
     * @param kafka what Kafka's clients need to reach it
     * @param each takes the messages, those of a partition in order
     */
    CommittedReader(
            Map<String, Object> kafka,
            Collection<String> topics,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.each = each;
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** So many messages and marks there are to be read now. */
    long size() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return consumer.beginningOffsets(partitions).entrySet().stream()
                .mapToLong(begin -> ends.getOrDefault(begin.getKey(), 0L) - begin.getValue())
                .sum();
    }

    /** How many partitions a topic has. */
    int partitionsOf(String topic) {
        return (int) partitions.stream()
                .filter(partition -> partition.topic().equals(topic))
                .count();
    }

    /** Whether a topic still has all that was ever written to it. */
    boolean isWhole(String topic) {
        return consumer.beginningOffsets(partitions).entrySet().stream()
                .filter(begin -> begin.getKey().topic().equals(topic))
                .allMatch(begin -> begin.getValue() == 0);
    }

    /**
     * Reads to the topics' committed end as of the call.
     *
     * @param messages told how many have been read
     */
    void readToEnd(LongConsumer messages) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
            messages.accept(read);
        }
    }

    /** Reads on until it has all of a partition before {@code offset}; it may then have more. */
    void readTo(TopicPartition partition, long offset) {
        while (consumer.position(partition) < offset) {
            poll();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
            read++;
            each.accept(message);
        }
    }
}
