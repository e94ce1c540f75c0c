package dev.partyline.api.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads what lies behind the tail, with a few consumers that take turns. Blocks; for any thread. */
final class Histories implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final BlockingQueue<Consumer<byte[], byte[]>> consumers;

    Histories(List<Consumer<byte[], byte[]>> consumers) {
        this.consumers = new ArrayBlockingQueue<>(consumers.size(), false, consumers);
    }

    /**
     * One user's rows in a stretch of a partition.
     *
     * @param from the first offset
     * @param to exclusive
     * @param user {@code ws|userId}
     */
    record Stretch(TopicPartition partition, long from, long to, String user) {}

    /** What a partition holds, committed rows only. */
    ResumeRules.Extent extent(TopicPartition partition, long mostBehind) {
        return with(consumer -> {
            consumer.assign(List.of(partition));
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(List.of(partition));
            Map<TopicPartition, Long> ends = consumer.endOffsets(List.of(partition));
            return new ResumeRules.Extent(
                    begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L), mostBehind);
        });
    }

    /**
     * The last row of each key of a stretch, in order.
     *
     * @throws StreamRefusedException when there are too many, or the broker is too slow
     */
    List<FeedRow> read(Stretch stretch, long mostBytes) {
        return with(consumer -> {
            consumer.assign(List.of(stretch.partition()));
            consumer.seek(stretch.partition(), stretch.from());
            RowFold fold = new RowFold(mostBytes);
            byte[] prefix = (stretch.user() + "|").getBytes(StandardCharsets.US_ASCII);
            long deadline = System.nanoTime() + WITHIN.toNanos();
            while (consumer.position(stretch.partition()) < stretch.to()) {
                for (ConsumerRecord<byte[], byte[]> row : consumer.poll(POLL)) {
                    if (row.offset() < stretch.to() && startsWith(row.key(), prefix)) {
                        fold.add(FeedRow.of(row));
                    }
                }
                checkBounds(fold, deadline);
            }
            return fold.rows();
        });
    }

    /** Closes those that are not in use. */
    @Override
    public void close() {
        for (Consumer<byte[], byte[]> each = consumers.poll(); each != null; each = consumers.poll()) {
            each.close();
        }
    }

    private static void checkBounds(RowFold fold, long deadline) {
        if (fold.isFull()) {
            throw new StreamRefusedException(Refusal.START_OVER);
        }
        if (System.nanoTime() > deadline) {
            throw new StreamRefusedException(Refusal.UNAVAILABLE);
        }
    }

    private <T> T with(Function<Consumer<byte[], byte[]>, T> question) {
        try {
            Consumer<byte[], byte[]> consumer = consumers.take();
            try {
                return question.apply(consumer);
            } finally {
                consumers.add(consumer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamRefusedException(Refusal.UNAVAILABLE);
        } catch (KafkaException e) {
            throw new StreamRefusedException(Refusal.UNAVAILABLE);
        }
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }
}
