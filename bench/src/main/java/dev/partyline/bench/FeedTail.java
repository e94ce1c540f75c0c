package dev.partyline.bench;

import dev.partyline.api.client.Connection;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineStatus;
import dev.partyline.schemas.serde.AvroSerdes;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A consumer that reads the feed as it is committed, and notes when what arrived. */
final class FeedTail implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Deserializer<FeedEntry> values;
    private final String topic;
    private final Thread thread = new Thread(this::read, "feed-tail");
    private final Map<String, AtomicLong> recordRows = new ConcurrentHashMap<>();
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Map<String, Watch> watched = new ConcurrentHashMap<>();
    private volatile boolean closing;

    private FeedTail(KafkaConsumer<String, byte[]> consumer, Connection connection) {
        this.consumer = consumer;
        this.values = new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", connection.registryUrl()))
                .of(FeedEntry.class)
                .deserializer();
        this.topic = connection.topics().feed().name();
    }

    /**
     * A line's last turn.
     *
     * @param turns how often it began to wait
     * @param begunAt when the row that began it arrived, as of System.nanoTime
     * @param settledAt when the row that ended it did; 0: not yet
     */
    private record Line(long turns, long begunAt, long settledAt) {}

    private record Watch(long publishedAt, Latencies latencies) {}

    static FeedTail start(Connection connection) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", connection.bootstrapServers(), "isolation.level", "read_committed");
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(connection.topics().feed().name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        FeedTail tail = new FeedTail(consumer, connection);
        tail.thread.start();
        return tail;
    }

    /** Notes, under {@code latencies}, how long from now a record's row takes to arrive at the user. */
    void watch(String userId, String recordId, Latencies latencies) {
        watched.put(userId + "|" + recordId, new Watch(System.nanoTime(), latencies));
    }

    void awaitWatched() throws InterruptedException {
        await(watched::isEmpty);
    }

    void awaitRecords(String userId, long rows) throws InterruptedException {
        await(() -> recordRows.containsKey(userId) && recordRows.get(userId).get() >= rows);
    }

    /** How often the user's line has begun to wait for a walk. */
    long turnOf(String userId) {
        Line line = lines.get(userId);
        return line == null ? 0 : line.turns();
    }

    boolean settledAfter(String userId, long turn) {
        Line line = lines.get(userId);
        return line != null && line.turns() > turn && line.settledAt() > 0;
    }

    long lineRowAt(String userId) {
        return Objects.requireNonNull(lines.get(userId)).begunAt();
    }

    long settledAt(String userId) {
        return Objects.requireNonNull(lines.get(userId)).settledAt();
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
                if (key[2].equals("line")) {
                    line(key[1], row.value());
                } else if (key[2].equals("rec")) {
                    record(key[1], key[4]);
                }
            }
        }
    }

    private void line(String userId, byte @Nullable [] value) {
        LineStatus status = value == null
                ? LineStatus.LIVE
                : values.deserialize(topic, value).getLine().getState();
        long now = System.nanoTime();
        lines.compute(userId, (user, known) -> {
            Line line = known == null ? new Line(0, 0, now) : known;
            if (status == LineStatus.LIVE) {
                return new Line(line.turns(), line.begunAt(), now);
            }
            return line.settledAt() > 0 ? new Line(line.turns() + 1, now, 0) : line;
        });
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
