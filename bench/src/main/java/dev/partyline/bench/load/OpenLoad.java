package dev.partyline.bench.load;

import dev.partyline.api.client.Connection;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.serde.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a traffic's messages at a constant rate, on a thread of its own, whatever becomes of them: who measures from when
 * a message should have been sent counts what a pause delays as well.
 */
public final class OpenLoad implements AutoCloseable {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int LINGER_MILLIS = 1;

    private final String topic;
    private final Traffic traffic;
    private final int first;
    private final double perSecond;
    private final Serializer<TelephonyRecord> serializer;
    private final Producer<byte[], byte[]> producer;
    private final Thread thread = new Thread(this::run, "open-load");
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final long began = System.nanoTime();
    private volatile boolean over;

    private OpenLoad(Connection installation, Traffic traffic, int first, double perSecond) {
        this.topic = installation.topics().records().name();
        this.traffic = traffic;
        this.first = first;
        this.perSecond = perSecond;
        this.serializer = new AvroSerdes(
                        AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", installation.registryUrl()))
                .of(TelephonyRecord.class)
                .serializer();
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        installation.bootstrapServers(),
                        "linger.ms",
                        LINGER_MILLIS,
                        "compression.type",
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Begins with the message at place {@code first}. */
    public static OpenLoad start(Connection installation, Traffic traffic, int first, double perSecond) {
        OpenLoad load = new OpenLoad(installation, traffic, first, perSecond);
        load.thread.setDaemon(true);
        load.thread.start();
        return load;
    }

    /** When a message should be sent, by {@link System#nanoTime}. */
    public long dueAt(int message) {
        return began + (long) ((message - first) * (SECOND / perSecond));
    }

    /** The message that is due now. */
    public int dueNow() {
        return first + (int) ((System.nanoTime() - began) * perSecond / SECOND);
    }

    /** Ends when all that was due until now is stored. */
    @Override
    public void close() {
        over = true;
        boolean interrupted = Thread.interrupted();
        while (thread.isAlive()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        producer.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Exception first = failure.get();
        if (first != null) {
            throw new IllegalStateException("the load failed", first);
        }
    }

    private void run() {
        int next = first;
        while (!over) {
            int due = dueNow();
            while (next <= due) {
                send(traffic.message(next++));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void send(TelephonyRecord message) {
        byte[] key = message.getNumber().getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topic, key, serializer.serialize(topic, message)), (place, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }
}
