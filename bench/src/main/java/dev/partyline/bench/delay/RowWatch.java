package dev.partyline.bench.delay;

import dev.partyline.bench.load.Feed;
import dev.partyline.bench.load.OpenLoad;
import dev.partyline.bench.load.Traffic;
import dev.partyline.bench.report.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A committed consumer of the feed that notes how late each row comes. From one thread. */
final class RowWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);

    private final Consumer<byte[], byte[]> consumer;

    /** Begins at the feed's end. */
    RowWatch(String bootstrapServers, Feed feed) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, feed.partitions())
                .mapToObj(partition -> new TopicPartition(feed.topic(), partition))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
    }

    /**
     * Reads until a number of rows of the messages from one place to another have come.
     *
     * @return how long each took, from when its message should have been sent
     * @throws IllegalStateException when they do not come in time
     */
    Samples rows(OpenLoad load, int from, int to, int rows, Duration patience) {
        Samples samples = new Samples();
        long deadline = System.nanoTime() + patience.toNanos();
        while (samples.count() < rows) {
            for (ConsumerRecord<byte[], byte[]> row : consumer.poll(POLL)) {
                int message = message(row.key());
                if (message >= from && message < to) {
                    samples.add(System.nanoTime() - load.dueAt(message));
                }
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(samples.count() + " of " + rows
                        + " rows have come: the engine does not keep up with this rate");
            }
        }
        return samples;
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Which message a row is of; -1: none. */
    private static int message(byte[] key) {
        String text = new String(key, StandardCharsets.US_ASCII);
        int at = text.indexOf("|" + Traffic.RECORD_PREFIX);
        int from = at + 1 + Traffic.RECORD_PREFIX.length();
        return at < 0 ? -1 : Integer.parseInt(text, from, text.indexOf('|', from), 10);
    }
}
