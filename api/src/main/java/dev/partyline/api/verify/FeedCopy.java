package dev.partyline.api.verify;

import dev.partyline.api.verify.CopiedFeeds.Copy;
import dev.partyline.schemas.Keys;
import dev.partyline.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Copies one workspace's feeds from the topic, committed rows only, as far as it is told to. */
public final class FeedCopy implements AutoCloseable {
    private final CopiedFeeds feeds = new CopiedFeeds();
    private final String topic;
    private final String prefix;
    private final CommittedReader reader;

    /** @param kafka what Kafka's clients need to reach it */
    public FeedCopy(Map<String, Object> kafka, Topics topics, String workspaceId) {
        this.topic = topics.feed().name();
        this.prefix = Keys.ofUser(workspaceId, "");
        this.reader = new CommittedReader(kafka, List.of(topic), this::take);
    }

    /** So many rows and marks there are to be read now, of all workspaces. */
    long size() {
        return reader.size();
    }

    /**
     * Reads to the topic's committed end as of the call.
     *
     * @param rows told how many have been read
     */
    void readToEnd(LongConsumer rows) {
        reader.readToEnd(rows);
    }

    /** Reads on until it holds all of a partition before {@code offset}; it may then hold more. */
    void readTo(int partition, long offset) {
        reader.readTo(new TopicPartition(topic, partition), offset);
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
        reader.close();
    }

    private void take(ConsumerRecord<byte[], byte[]> row) {
        String key = new String(row.key(), StandardCharsets.UTF_8);
        if (key.startsWith(prefix)) {
            feeds.apply(key, row.value(), row.offset());
        }
    }
}
