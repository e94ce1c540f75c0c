package dev.partyline.api.verify;

import dev.partyline.api.client.Connection;
import dev.partyline.api.terminal.ProgressBar;
import dev.partyline.api.terminal.Screen;
import dev.partyline.api.verify.RowDifferences.Difference;
import dev.partyline.model.FeedText;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Compares the feeds of a workspace with what the model makes of all its events, while more come in. The model knows no
 * partitions, no walks and no order of arrival; it holds all events in memory. Rows of records that their topic has
 * forgotten are left out.
 */
public final class ModelVerification implements AutoCloseable {
    /** So long a row may be on its way, where nothing is walked. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private final String workspaceId;
    private final Topics topics;
    private final ModelFeeds model;
    private final Map<String, String> rows = new HashMap<>();
    private final Deserializer<DirectoryChange> changes;
    private final Deserializer<TelephonyRecord> records;
    private final Deserializer<FeedEntry> entries;
    private final CommittedReader events;
    private final CommittedReader feed;
    private final Duration patience;

    public ModelVerification(Connection connection, String workspaceId) {
        this(connection, workspaceId, PATIENCE);
    }

    ModelVerification(Connection connection, String workspaceId, Duration patience) {
        this.workspaceId = workspaceId;
        this.topics = connection.topics();
        this.model = new ModelFeeds(workspaceId);
        this.patience = patience;
        this.changes = connection.deserializer(DirectoryChange.class);
        this.records = connection.deserializer(TelephonyRecord.class);
        this.entries = connection.deserializer(FeedEntry.class);
        List<String> read = List.of(topics.changes().name(), topics.records().name());
        this.events = new CommittedReader(connection.kafka(), read, this::event);
        this.feed =
                new CommittedReader(connection.kafka(), List.of(topics.feed().name()), this::row);
    }

    /**
     * What came of it.
     *
     * @param rows that there must be
     * @param differences that have stayed
     * @param unsettled rows that were different each time, but each time in another way
     * @param inOrder whether the order of the changes is known; if not, nothing was compared
     */
    public record Result(int rows, List<Difference> differences, long unsettled, boolean inOrder) {}

    /**
     * Reads all events and the feed; where something is different, looks again for as long as a row may be on its way, and
     * longer while a number is walked.
     */
    public Result run(Screen screen) throws InterruptedException {
        ProgressBar reading = new ProgressBar(screen, "read for the model", events.size() + feed.size());
        RowDifferences differences = new RowDifferences(patience);
        int expected = look(differences, reading);
        reading.end();
        long began = System.nanoTime();
        while (model.inOrder() && !differences.none() && goesOn(System.nanoTime() - began)) {
            TimeUnit.SECONDS.sleep(1);
            expected = look(differences, reading);
        }
        long now = System.nanoTime();
        return model.inOrder()
                ? new Result(expected, differences.wrong(now), differences.unsettled(now), true)
                : new Result(0, List.of(), 0, false);
    }

    private boolean goesOn(long nanos) {
        return nanos <= patience.toNanos() || isWalked() && nanos < AT_MOST.toNanos();
    }

    /** Whether some line waits for its records to follow. */
    private boolean isWalked() {
        return rows.values().stream().anyMatch(FeedText::isLineUnderWay);
    }

    @Override
    public void close() {
        events.close();
        feed.close();
    }

    /** How many rows there must be. */
    private int look(RowDifferences differences, ProgressBar bar) {
        feed.readToEnd(bar::at);
        events.readToEnd(read -> {});
        long now = System.currentTimeMillis();
        Map<String, String> must = new HashMap<>(model.rows());
        Map<String, String> are = new HashMap<>(rows);
        boolean whole = events.isWhole(topics.records().name());
        must.keySet().removeIf(key -> model.isOpen(key, now, whole));
        are.keySet().removeIf(key -> model.isOpen(key, now, whole));
        differences.look(must, are, System.nanoTime());
        return must.size();
    }

    private void event(ConsumerRecord<byte[], byte[]> message) {
        if (message.key() == null || message.value() == null) {
            return; // a dead letter
        }
        String key = new String(message.key(), StandardCharsets.UTF_8);
        if (message.topic().equals(topics.changes().name())) {
            boolean inPlace = message.partition()
                    == Partitions.ofKey(
                            message.key(), events.partitionsOf(topics.changes().name()));
            read(changes, topics.changes(), message.value())
                    .ifPresent(change -> model.change(key, change, message.timestamp(), inPlace));
        } else {
            read(records, topics.records(), message.value()).ifPresent(found -> model.record(key, found));
        }
    }

    /** Empty: what it is cannot be read, and the engine has put it aside. */
    private static <V extends SpecificRecord> Optional<V> read(
            Deserializer<V> deserializer, Topic<V> topic, byte[] value) {
        try {
            Object event = deserializer.deserialize(topic.name(), value);
            return Optional.of(event).filter(topic.value()::isInstance).map(topic.value()::cast);
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }

    private void row(ConsumerRecord<byte[], byte[]> message) {
        String key = new String(message.key(), StandardCharsets.UTF_8);
        if (!key.startsWith(Keys.ofUser(workspaceId, ""))) {
            return;
        }
        if (message.value() == null) {
            rows.remove(key);
        } else {
            rows.put(key, FeedText.of(entries.deserialize(message.topic(), message.value())));
        }
    }
}
