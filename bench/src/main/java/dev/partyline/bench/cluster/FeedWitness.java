package dev.partyline.bench.cluster;

import dev.partyline.api.client.Connection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of feeds as it grows, what is committed, and shows each user their record rows. */
final class FeedWitness implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int KEY_PARTS = 6;

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    FeedWitness(Connection connection) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        connection.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(connection.topics().feed().name()).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
    }

    /** Reads on for a moment. */
    void look(List<RevokedUser> users) {
        for (ConsumerRecord<byte[], byte[]> row : consumer.poll(POLL)) {
            // ws|userId|rec|digits|recordId|number
            String[] key = new String(row.key(), StandardCharsets.US_ASCII).split("\\|", -1);
            if (row.value() != null && key.length == KEY_PARTS) {
                int user = Integer.parseInt(key[1].substring("user".length()));
                if (user < users.size()) {
                    users.get(user).topicRow(key[4], key[5]);
                }
            }
        }
    }

    /** Reads all that is there now. */
    void toTheEnd(List<RevokedUser> users) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            look(users);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
