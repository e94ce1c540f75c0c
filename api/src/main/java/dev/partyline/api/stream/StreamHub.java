package dev.partyline.api.stream;

import dev.partyline.schema.FeedEntry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** The streams of an instance, with all that runs for them. */
public final class StreamHub implements FeedStreams, AutoCloseable {
    private static final int READERS = 3;
    private static final int WRITERS = 2;
    private static final int MOST_ROWS = 2_000;
    private static final int STOP_SECONDS = 2;

    private final Histories histories;
    private final ExecutorService readers;
    private final ExecutorService writers;
    private final FeedHub hub;

    private StreamHub(StreamConfig config, FeedTopic topic) {
        this.histories = new Histories(
                Stream.generate(() -> consumer(config)).limit(READERS).toList());
        this.readers = Executors.newFixedThreadPool(READERS, named("feed-reader"));
        this.writers = Executors.newFixedThreadPool(WRITERS, named("feed-writer"));
        Deserializer<FeedEntry> values = config.serdes().of(FeedEntry.class).deserializer();
        HubParts parts = new HubParts(
                topic,
                new TailConsumer(consumer(config)),
                bytes -> values.deserialize(topic.name(), bytes),
                new Preparations(config.heads(), histories, config.settings(), readers),
                writers);
        this.hub = new FeedHub(parts, config.settings(), Clock.systemUTC());
    }

    /**
     * Starts it; the feed must exist.
     *
     * @throws IllegalStateException when the broker does not say what the feed is like
     */
    public static StreamHub start(StreamConfig config) {
        try (Admin admin = Admin.create(config.kafka())) {
            return new StreamHub(config, FeedTopic.describe(admin, config.topics()));
        }
    }

    @Override
    public CompletableFuture<FeedStream> open(StreamUser user, Optional<ResumePoint> resume) {
        return hub.open(user, resume);
    }

    @Override
    public ResumePoint after(PageRead page, Optional<ResumePoint> before) {
        return hub.after(page, before);
    }

    /** Tells all clients to go elsewhere, and stops. Does nothing the second time. */
    @Override
    public void close() {
        try {
            hub.stop();
            readers.shutdownNow();
            readers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writers.shutdown();
        histories.close();
    }

    private static Consumer<byte[], byte[]> consumer(StreamConfig config) {
        Map<String, Object> kafka = new HashMap<>(config.kafka());
        kafka.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        kafka.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_ROWS);
        return new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
