package dev.partyline.api.deadletters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads {@code dead-letters}, committed messages only, without a consumer group: it leaves no trace. */
final class LetterReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    LetterReader(Map<String, Object> kafka, String topic) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    /** Visits all that is there now, notes too, each partition in its order. */
    void each(Optional<Instant> since, Consumer<Letter> visitor) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begins =
                since.map(time -> from(time, ends)).orElseGet(() -> consumer.beginningOffsets(partitions));
        read(begins, ends, visitor);
    }

    /** The letter at this place; empty: there is none, or only a note. */
    Optional<Letter> at(Place place) {
        TopicPartition partition = new TopicPartition(topic, place.partition());
        if (!partitions.contains(partition)
                || place.offset() >= end(consumer.endOffsets(List.of(partition)), partition)) {
            return Optional.empty();
        }
        List<Letter> found = new ArrayList<>();
        read(Map.of(partition, place.offset()), Map.of(partition, place.offset() + 1), found::add);
        return found.stream()
                .filter(letter -> letter.place().equals(place))
                .filter(letter -> letter.noted().isEmpty())
                .findFirst();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void read(Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends, Consumer<Letter> visitor) {
        Map<TopicPartition, Long> left = new HashMap<>(begins);
        left.entrySet().removeIf(begin -> begin.getValue() >= end(ends, begin.getKey()));
        consumer.assign(left.keySet());
        left.forEach(consumer::seek);
        while (!left.isEmpty()) {
            consumer.poll(POLL).forEach(message -> {
                if (message.offset() < end(ends, new TopicPartition(topic, message.partition()))) {
                    visitor.accept(Letter.of(message));
                }
            });
            // Behind the last message there may be the mark of a transaction, which no poll returns.
            left.keySet().removeIf(partition -> consumer.position(partition) >= end(ends, partition));
            consumer.pause(consumer.assignment().stream()
                    .filter(partition -> !left.containsKey(partition))
                    .toList());
        }
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /** Where each partition's first message of {@code time} or later lies; its end, when there is none. */
    private Map<TopicPartition, Long> from(Instant time, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, time.toEpochMilli()));
        Map<TopicPartition, Long> begins = new HashMap<>(ends);
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            if (found != null) {
                begins.put(partition, found.offset());
            }
        });
        return begins;
    }
}
