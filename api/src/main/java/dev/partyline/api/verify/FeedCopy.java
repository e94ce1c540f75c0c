package dev.partyline.api.verify;

import dev.partyline.api.verify.CopiedFeeds.Copy;
import dev.partyline.schemas.Keys;
import dev.partyline.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Copies one workspace's feeds from the topic, committed rows only, as far as it is told to. */
public final class FeedCopy implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final CopiedFeeds feeds = new CopiedFeeds();
    private final String topic;
    private final String prefix;
    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private long read;

    /** @param kafka what Kafka's clients need to reach it */
    public FeedCopy(Map<String, Object> kafka, Topics topics, String workspaceId) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.topic = topics.feed().name();
        this.prefix = Keys.ofUser(workspaceId, "");
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** So many rows and marks there are to be read now, of all workspaces. */
    long size() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return consumer.beginningOffsets(partitions).entrySet().stream()
                .mapToLong(begin -> ends.getOrDefault(begin.getKey(), 0L) - begin.getValue())
                .sum();
    }

    /**
     * Reads to the topic's committed end as of the call.
     *
     * @param rows told how many have been read
     */
    void readToEnd(LongConsumer rows) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
            rows.accept(read);
        }
    }

    /** Reads on until it holds all of a partition before {@code offset}; it may then hold more. */
    void readTo(int partition, long offset) {
        TopicPartition place = new TopicPartition(topic, partition);
        while (consumer.position(place) < offset) {
            poll();
        }
    }

    /** Users of the workspace who have had a row, as {@code ws|userId}, in order. */
    Set<String> users() {
        return feeds.users();
    }

    /** What is known of {@code ws|userId}. */
    Copy of(String user) {
        return feeds.of(user);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> row : consumer.poll(POLL)) {
            read++;
            String key = new String(row.key(), StandardCharsets.UTF_8);
            if (key.startsWith(prefix)) {
                feeds.apply(key, row.value(), row.offset());
            }
        }
    }
}
