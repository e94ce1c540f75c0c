package dev.partyline.api.client;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schemas.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads one workspace's feeds from the topic {@code feed} into a {@link FeedFold}, committed rows only. */
public final class FeedReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int FETCH_BYTES = 8 * 1024 * 1024;

    private final FeedFold fold = new FeedFold();
    private final byte[] prefix;
    private final FeedValues values;
    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> endAtStart;
    private long deliveries;

    /** Reads whole rows. */
    public FeedReader(Connection connection, String workspaceId) {
        this(connection, workspaceId, UnaryOperator.identity());
    }

    /**
     * Reads rows of which only a part is kept.
     *
     * @param keep what the fold gets in place of a row's value; it must leave reasons, line, user and the record's number
     */
    public FeedReader(Connection connection, String workspaceId, UnaryOperator<FeedEntry> keep) {
        String topic = connection.topics().feed().name();
        this.prefix = Keys.ofUser(workspaceId, "").getBytes(StandardCharsets.UTF_8);
        this.values =
                new FeedValues(topic, connection.serdes().of(FeedEntry.class).deserializer(), keep);
        this.consumer =
                new KafkaConsumer<>(config(connection), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.endAtStart = Map.copyOf(consumer.endOffsets(partitions));
    }

    /** Reads on to what is the topic's committed end at the time of the call. */
    public void advance() {
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        while (end.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            consumer.poll(POLL).forEach(this::take);
        }
    }

    /** What has been read so far, folded. */
    public FeedFold fold() {
        return fold;
    }

    /** Record rows of the workspace, tombstones included, that were written after this reader was made, so far. */
    public long deliveries() {
        return deliveries;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void take(ConsumerRecord<byte[], byte[]> row) {
        byte[] key = row.key();
        if (key.length < prefix.length || !Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length)) {
            return;
        }
        String text = new String(key, StandardCharsets.US_ASCII);
        boolean isNew = row.offset() >= endAtStart.getOrDefault(new TopicPartition(row.topic(), row.partition()), 0L);
        if (isNew && text.contains("|rec|")) {
            deliveries++;
        }
        fold.apply(text, values.read(row.value()));
    }

    private static Map<String, Object> config(Connection connection) {
        Map<String, Object> config = connection.kafka();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 20_000);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        return config;
    }
}
