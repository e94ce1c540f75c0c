package dev.partyline.api.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schemas.topic.TopicAdmin;
import dev.partyline.schemas.topic.TopicLayout;
import dev.partyline.topology.history.History;
import dev.partyline.topology.history.TopicsVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plays one history through an engine that has a hard life. */
final class EmbeddedRun {
    private static final int MISHAPS = 3;
    private static final int KINDS = 6;
    /** One of a history's milliseconds in real ones: a history then takes about as long as its run. */
    private static final int MILLIS = 50;

    private final EngineSetup setup;
    private final Random random;
    private final int partitions;
    private final History history;

    EmbeddedRun(EngineSetup setup, long seed) {
        this.setup = setup;
        this.random = History.random(seed, 1);
        this.partitions = 3 + random.nextInt(2);
        // Histories begin a second after the epoch.
        this.history = History.of(seed).at(Instant.now().minusMillis(1_000L * MILLIS), MILLIS);
    }

    /** Publishes all, mishaps in between, and says what came of it. */
    TopicsVerdict play(Path directory) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", setup.bootstrapServers()))) {
            TopicAdmin.create(admin, setup.topics(), TopicLayout.embedded(partitions));
        }
        try (Engines engines = new Engines(setup, directory, random);
                KafkaProducer<byte[], byte[]> producer = producer();
                Rest rest = new Rest(setup)) {
            Batches batches = new Batches(producer, new Events(setup, partitions, random).of(history), 2 * MISHAPS + 1);
            for (int i = 0; i < MISHAPS; i++) {
                batches.publish();
                mishap(engines, batches);
            }
            batches.publishAll();
            rest.await(engines::idle);
            return rest.verdict(history);
        }
    }

    private void mishap(Engines engines, Batches batches) throws IOException, InterruptedException {
        switch (random.nextInt(KINDS)) {
            case 0, 1 -> engines.restart();
            case 2 -> engines.loseState();
            case 3 -> engines.replace(batches::publish);
            default -> engines.crash(batches::publish);
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", setup.bootstrapServers(), "enable.idempotence", true),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Messages to be published a few at a time. */
    private static final class Batches {
        private final KafkaProducer<byte[], byte[]> producer;
        private final List<ProducerRecord<byte[], byte[]>> messages;
        private final int size;
        private int published;

        Batches(KafkaProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> messages, int parts) {
            this.producer = producer;
            this.messages = messages;
            this.size = 1 + messages.size() / parts;
        }

        void publish() {
            publishTo(Math.min(messages.size(), published + size));
        }

        void publishAll() {
            publishTo(messages.size());
        }

        private void publishTo(int end) {
            List<Future<RecordMetadata>> sent = messages.subList(published, end).stream()
                    .map(producer::send)
                    .toList();
            producer.flush();
            for (Future<RecordMetadata> message : sent) {
                assertThat(message).as("taken by Kafka").succeedsWithin(Duration.ZERO);
            }
            published = end;
        }
    }
}
