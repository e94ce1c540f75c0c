package dev.partyline.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.stack.EngineSetup;
import dev.partyline.api.stack.Events;
import dev.partyline.model.LoggedChange;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.topic.Publishing;
import dev.partyline.topology.history.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes, a few at a time, what happens at an installation; whatever befalls Kafka meanwhile, it is taken in the end. */
final class Load implements AutoCloseable {
    /** Longer than anything lasts that befalls the broker. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final Events events;
    private final History history;
    private final LongLine line;
    private final List<ProducerRecord<byte[], byte[]>> messages;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private final int batch;
    private int published;

    /**
     * @param batches in how many parts the history is published
     */
    Load(EngineSetup setup, int partitions, History history, LongLine line, int batches) {
        Random random = History.random(history.seed(), 1);
        this.producer = new KafkaProducer<>(
                Publishing.config(Map.of(
                        "bootstrap.servers",
                        setup.bootstrapServers(),
                        "max.block.ms",
                        PATIENCE.toMillis(),
                        "delivery.timeout.ms",
                        (int) PATIENCE.toMillis(),
                        // Else it forgets the partitions when the only broker is gone, and waits for them in send.
                        "metadata.recovery.strategy",
                        "none")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.events = new Events(setup, partitions, random);
        this.history = history;
        this.line = line;
        this.messages = events.of(history);
        this.batch = 1 + messages.size() / batches;
    }

    /** The past of the long line, and its first assignment. */
    void open() {
        send(events.of(new History(history.seed(), List.of(), line.past())));
        switchLine();
    }

    /** The next few events; Kafka takes them when it can. */
    void publish() {
        int end = Math.min(messages.size(), published + batch);
        send(messages.subList(published, end));
        published = end;
    }

    /** Assigns the user of the long line, or lets them go. */
    void switchLine() {
        LoggedChange change = new LoggedChange(line.next(), 0);
        send(events.of(new History(history.seed(), List.of(change), List.of())));
    }

    LongLine line() {
        return line;
    }

    /** Returns when Kafka has taken all that was published. */
    void flush() {
        producer.flush();
        for (Future<RecordMetadata> message : sent) {
            assertThat(message).as("taken by Kafka").succeedsWithin(Duration.ZERO);
        }
        sent.clear();
    }

    /** Publishes what is left, and says what there was in all; when changes were appended, the broker's log knows. */
    History publishAll() {
        send(messages.subList(published, messages.size()));
        published = messages.size();
        flush();
        List<TelephonyRecord> records = new ArrayList<>(history.records());
        records.addAll(line.past());
        return new History(history.seed(), history.changes(), records);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private void send(List<ProducerRecord<byte[], byte[]>> batchOfThem) {
        batchOfThem.forEach(message -> sent.add(producer.send(message)));
    }
}
