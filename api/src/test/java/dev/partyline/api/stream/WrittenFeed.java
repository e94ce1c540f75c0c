package dev.partyline.api.stream;

import dev.partyline.api.client.FeedFold;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.TopicAdmin;
import dev.partyline.schemas.topic.TopicLayout;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.history.FeedMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The topic {@code feed} on a real broker, written in transactions as the engine does, and what they come to: folded before
 * anybody may ask, so that who asks gets what is committed.
 */
final class WrittenFeed implements AutoCloseable {
    private final String topic;
    private final int partitions;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Serializer<FeedEntry> values;
    private final FeedFold fold = new FeedFold();
    private final Set<String> inactive = new HashSet<>();
    private final Map<Integer, Long> ends = new HashMap<>();

    WrittenFeed(String bootstrapServers, Topics topics, AvroSerdes serdes, int partitions) {
        this.topic = topics.feed().name();
        this.partitions = partitions;
        this.values = serdes.of(FeedEntry.class).serializer();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            TopicAdmin.create(admin, topics, TopicLayout.embedded(partitions));
        }
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", topic),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Where a page ends: see {@link PageRead}. */
    record Page(List<FeedEntry> records, PageRead read) {}

    synchronized void commit(List<FeedMessage> rows) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = send(rows);
        producer.commitTransaction();
        sent.forEach(this::wrote);
        for (FeedMessage row : rows) {
            fold.apply(row.key(), row.entry());
            FeedEntry entry = row.entry();
            if (row.key().endsWith("|user")) {
                boolean active = entry == null || entry.getUser().getActive();
                String user = row.key().substring(0, row.key().length() - "|user".length());
                setInactive(user, !active);
            }
        }
    }

    synchronized void abort(List<FeedMessage> rows) {
        producer.beginTransaction();
        send(rows);
        producer.flush();
        producer.abortTransaction();
    }

    /** All that a user sees. */
    synchronized Page page(StreamUser user) {
        int partition = partition(user.key());
        FeedHead head = head(user);
        long position = head.active() ? ends.getOrDefault(partition, 0L) : ResumePoint.OVER;
        return new Page(
                fold.visible(user.workspaceId(), user.userId()), new PageRead(user, partition, position, head.lines()));
    }

    synchronized FeedHead head(StreamUser user) {
        return new FeedHead(!inactive.contains(user.key()), fold.lines(user.workspaceId(), user.userId()));
    }

    /** The offset behind the last committed row of a user's partition. */
    synchronized long end(StreamUser user) {
        return ends.getOrDefault(partition(user.key()), 0L);
    }

    @Override
    public void close() {
        producer.close();
    }

    private void setInactive(String user, boolean isInactive) {
        inactive.remove(user);
        if (isInactive) {
            inactive.add(user);
        }
    }

    private int partition(String user) {
        return Partitions.ofKey(user, partitions);
    }

    private List<Future<RecordMetadata>> send(List<FeedMessage> rows) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (FeedMessage row : rows) {
            byte[] key = row.key().getBytes(StandardCharsets.US_ASCII);
            byte[] value = row.entry() == null ? null : values.serialize(topic, row.entry());
            sent.add(producer.send(new ProducerRecord<>(topic, Partitions.ofFeedKey(key, partitions), key, value)));
        }
        return sent;
    }

    private void wrote(Future<RecordMetadata> row) {
        try {
            ends.put(row.get().partition(), row.get().offset() + 1);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Kafka did not take a row", e);
        }
    }
}
