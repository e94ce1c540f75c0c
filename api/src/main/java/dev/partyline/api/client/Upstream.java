package dev.partyline.api.client;

import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Publishing;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Publishes changes and records as an upstream system does: idempotent, acknowledged by all replicas, in order. */
public final class Upstream implements AutoCloseable {
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int LINGER_MS = 20;

    private final String changesTopic;
    private final String recordsTopic;
    private final Producer<byte[], byte[]> producer;
    private final Serializer<DirectoryChange> changes;
    private final Serializer<TelephonyRecord> records;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    public Upstream(Connection connection) {
        AvroSerdes serdes = connection.serdes();
        this.changesTopic = connection.topics().changes().name();
        this.recordsTopic = connection.topics().records().name();
        this.changes = serdes.of(DirectoryChange.class).serializer();
        this.records = serdes.of(TelephonyRecord.class).serializer();
        this.producer = new KafkaProducer<>(config(connection), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Hands a change over; returns before it is acknowledged. */
    public void publish(DirectoryChange change) {
        send(changesTopic, change.getWorkspaceId(), changes.serialize(changesTopic, change));
    }

    /** Hands a record over; returns before it is acknowledged. */
    public void publish(TelephonyRecord telephonyRecord) {
        send(recordsTopic, telephonyRecord.getNumber(), records.serialize(recordsTopic, telephonyRecord));
    }

    /** Events that Kafka has acknowledged so far. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /**
     * Waits until all that was published is acknowledged.
     *
     * @throws IllegalStateException when something was not
     */
    public void flush() {
        producer.flush();
        Exception first = failure.get();
        if (first != null) {
            throw new IllegalStateException("Kafka did not take an event: " + first.getMessage(), first);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(String topic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value), this::sent);
    }

    private void sent(@Nullable RecordMetadata metadata, @Nullable Exception problem) {
        if (problem == null) {
            acknowledged.incrementAndGet();
        } else {
            failure.compareAndSet(null, problem);
        }
    }

    private static Map<String, Object> config(Connection connection) {
        Map<String, Object> config = Publishing.config(connection.kafka());
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        return config;
    }
}
