package dev.partyline.bench;

import dev.partyline.api.client.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer that reads the feed as it is committed, and notes when what arrived. */
public final class FeedTail implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread = new Thread(this::read, "feed-tail");
    private final Map<String, AtomicLong> recordRows = new ConcurrentHashMap<>();
    private final Map<String, Watch> watched = new ConcurrentHashMap<>();
    private volatile boolean closing;

    private FeedTail(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    private record Watch(long publishedAt, Latencies latencies) {}

    public static FeedTail start(Connection connection) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", connection.bootstrapServers(), "isolation.level", "read_committed");
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(connection.topics().feed().name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        FeedTail tail = new FeedTail(consumer);
        tail.thread.start();
        return tail;
    }

    /** Notes, under {@code latencies}, how long from now a record's row takes to arrive at the user. */
    public void watch(String userId, String recordId, Latencies latencies) {
        watched.put(userId + "|" + recordId, new Watch(System.nanoTime(), latencies));
    }

    void awaitWatched() throws InterruptedException {
        await(watched::isEmpty);
    }

    void awaitRecords(String userId, long rows) throws InterruptedException {
        await(() -> recordRows.containsKey(userId) && recordRows.get(userId).get() >= rows);
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join();
        consumer.close();
    }

    private void read() {
        while (!closing) {
            for (ConsumerRecord<String, byte[]> row : consumer.poll(Duration.ofMillis(20))) {
                String[] key = row.key().split("\\|", -1);
                if (key[2].equals("rec")) {
                    record(key[1], key[4]);
                }
            }
        }
    }

    private void record(String userId, String recordId) {
        recordRows.computeIfAbsent(userId, user -> new AtomicLong()).incrementAndGet();
        Watch watch = watched.remove(userId + "|" + recordId);
        if (watch != null) {
            watch.latencies().add(System.nanoTime() - watch.publishedAt());
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("nothing came for " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
