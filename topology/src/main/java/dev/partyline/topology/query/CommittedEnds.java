package dev.partyline.topology.query;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Where partitions end for readers of what is committed, as the broker says when it is asked: one question at a time, for
 * all who wait, by a consumer that knows already which broker to ask.
 */
public final class CommittedEnds implements AutoCloseable {
    private static final Duration WITHIN = Duration.ofSeconds(2);

    private final Coalesced<TopicPartition, Long> questions = new Coalesced<>(this::put);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread asking = new Thread(task, "committed-ends");
        asking.setDaemon(true);
        return asking;
    });
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    /** For the thread alone. */
    private Optional<Consumer<byte[], byte[]>> consumer = Optional.empty();

    /** @param consumers gives a consumer of what is committed, when somebody asks first */
    public CommittedEnds(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    /** The offset before which lies everything that was committed before this call; fails when the broker does not say. */
    public CompletableFuture<Long> of(TopicPartition partition) {
        return questions.ask(partition);
    }

    /** Answers nobody any more. Does nothing the second time. */
    @Override
    public void close() {
        if (!thread.isShutdown()) {
            thread.execute(() -> consumer.ifPresent(Consumer::close));
            thread.shutdown();
        }
        try {
            thread.awaitTermination(2 * WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Map<TopicPartition, Long>> put(Set<TopicPartition> partitions) {
        return CompletableFuture.supplyAsync(() -> consumer().endOffsets(partitions, WITHIN), thread);
    }

    private Consumer<byte[], byte[]> consumer() {
        Consumer<byte[], byte[]> asking = consumer.orElseGet(consumers);
        consumer = Optional.of(asking);
        return asking;
    }
}
