package dev.partyline.api.stack;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Work that was begun and is not done, as its stores' changelogs have it: also that of tasks which nobody has at the moment,
 * because a fenced thread has just let them go. Engines say nothing of these.
 */
final class OpenWork implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);

    private static final List<String> STORES = List.of("walks", "contact-walks", "strangers", "untold", "returning");

    private final String application;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<String> open = new HashSet<>();

    OpenWork(EngineSetup setup) {
        application = setup.name();
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        setup.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** What is open as of the call, as store and key; empty: all is done. The engines have started once. */
    Set<String> now() {
        if (consumer.assignment().isEmpty()) {
            consumer.assign(changelogs());
            consumer.seekToBeginning(consumer.assignment());
        }
        Map<TopicPartition, Long> end = consumer.endOffsets(consumer.assignment());
        while (end.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
            consumer.poll(POLL).forEach(this::fold);
        }
        return Set.copyOf(open);
    }

    private List<TopicPartition> changelogs() {
        return STORES.stream()
                .map(store -> application + "-" + store + "-changelog")
                .flatMap(changelog -> consumer.partitionsFor(changelog).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private void fold(ConsumerRecord<String, byte[]> row) {
        String what = row.topic() + " " + row.key();
        if (row.value() == null) {
            open.remove(what);
        } else {
            open.add(what);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
