package dev.partyline.api.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The one consumer that follows the feed: of the partitions that are followed, what is committed. For one thread. */
final class TailConsumer implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration CONTACT_WITHIN = Duration.ofSeconds(3);
    private static final long CONTACT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Consumer<byte[], byte[]> consumer;
    private long contactAt = System.nanoTime();

    TailConsumer(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Follows one more partition, from its committed end on, which is answered. */
    long follow(TopicPartition partition) {
        Set<TopicPartition> more = new HashSet<>(consumer.assignment());
        more.add(partition);
        consumer.assign(more);
        try {
            consumer.seekToEnd(List.of(partition));
            return consumer.position(partition, CONTACT_WITHIN);
        } catch (KafkaException e) {
            leave(Set.of(partition));
            throw e;
        }
    }

    void leave(Set<TopicPartition> partitions) {
        Set<TopicPartition> fewer = new HashSet<>(consumer.assignment());
        fewer.removeAll(partitions);
        consumer.assign(fewer);
    }

    /**
     * Reads on for a moment.
     *
     * @param taker given, for each partition, its new rows and the offset that follows
     * @throws KafkaException when the broker is not there, or no longer has what is to be read
     */
    void read(BiConsumer<TopicPartition, List<FeedRow>> taker) {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
        for (TopicPartition partition : consumer.assignment()) {
            List<FeedRow> rows = new ArrayList<>();
            polled.records(partition).forEach(row -> rows.add(FeedRow.of(row)));
            taker.accept(partition, rows);
        }
        checkContact();
    }

    /**
     * Where partitions that are followed end now for readers of what is committed.
     *
     * @throws KafkaException when the broker is not there
     */
    Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, CONTACT_WITHIN);
        contactAt = System.nanoTime();
        return ends;
    }

    long position(TopicPartition partition) {
        return consumer.position(partition);
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** A consumer whose broker is gone just finds nothing: so the broker is asked for something, once a second. */
    private void checkContact() {
        if (System.nanoTime() - contactAt > CONTACT_NANOS) {
            ends(consumer.assignment());
        }
    }
}
