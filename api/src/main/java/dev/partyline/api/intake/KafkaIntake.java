package dev.partyline.api.intake;

import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.topic.Publishing;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Stores events with one idempotent producer: acknowledged by all replicas, in order, not twice. */
public final class KafkaIntake implements Intake, AutoCloseable {
    private static final int DELIVERY_TIMEOUT_MS = 10_000;
    private static final int BLOCK_TIMEOUT_MS = 5_000;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final Topics topics;
    private final Serializer<DirectoryChange> changes;
    private final Serializer<TelephonyRecord> records;

    private KafkaIntake(
            Producer<String, byte[]> producer,
            Topics topics,
            Serializer<DirectoryChange> changes,
            Serializer<TelephonyRecord> records) {
        this.producer = producer;
        this.topics = topics;
        this.changes = changes;
        this.records = records;
    }

    /**
     * Connects; the serializers must be configured for values.
     *
     * @param kafka what a client of Kafka's is configured with, {@code bootstrap.servers} first of all
     */
    public static KafkaIntake connect(
            Map<String, Object> kafka,
            Topics topics,
            Serializer<DirectoryChange> changes,
            Serializer<TelephonyRecord> records) {
        Map<String, Object> settings = Publishing.config(kafka);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, BLOCK_TIMEOUT_MS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_TIMEOUT_MS);
        Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        return new KafkaIntake(producer, topics, changes, records);
    }

    @Override
    public CompletableFuture<Void> publish(DirectoryChange change) {
        return send(topics.changes(), change.getWorkspaceId(), change, changes);
    }

    @Override
    public CompletableFuture<Void> publish(TelephonyRecord record) {
        return send(topics.records(), record.getNumber(), record, records);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells what the producer's future would
    private <V extends SpecificRecord> CompletableFuture<Void> send(
            Topic<V> topic, String key, V value, Serializer<V> serializer) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        try {
            byte[] bytes = serializer.serialize(topic.name(), value);
            producer.send(new ProducerRecord<>(topic.name(), key, bytes), (metadata, failure) -> {
                if (failure == null) {
                    stored.complete(null);
                } else {
                    stored.completeExceptionally(new IntakeException(failure));
                }
            });
        } catch (KafkaException e) {
            stored.completeExceptionally(new IntakeException(e));
        }
        return stored;
    }

    /** Sends what is still on its way, for a few seconds at most. */
    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
