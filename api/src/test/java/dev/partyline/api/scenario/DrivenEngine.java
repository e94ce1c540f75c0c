package dev.partyline.api.scenario;

import dev.partyline.api.intake.Intake;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.topology.PartylineTopology;
import dev.partyline.topology.query.Stores;
import dev.partyline.topology.visibility.WalkSettings;
import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.Wiring;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The whole topology in Kafka's driver. What is published has been followed to its end before the call returns. */
final class DrivenEngine implements Intake, Stores, AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(10);
    /** Walks stop after two records, so that a scenario's few take several slices. */
    private static final WalkSettings WALKS = new WalkSettings(TICK, Duration.ZERO, 2, 2, 1);

    private static final int MOST_TICKS = 10_000;

    private final Wiring wiring;
    private final EngineCounters counters;
    private final TopologyTestDriver driver;
    private final TestOutputTopic<String, byte[]> feed;
    private final ToldLines told;

    DrivenEngine(Wiring wiring, Path stateDirectory) {
        this.wiring = wiring;
        this.counters = wiring.counters();
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        driver = new TopologyTestDriver(new PartylineTopology(wiring).whole(WALKS, true), properties, Instant.now());
        feed = driver.createOutputTopic(
                wiring.topics().feed().name(), new StringDeserializer(), new ByteArrayDeserializer());
        told = new ToldLines(
                wiring.topics(), wiring.deserializer(wiring.topics().feed()));
    }

    @Override
    public CompletableFuture<Void> publish(DirectoryChange change) {
        return publish(wiring.topics().changes(), change.getWorkspaceId(), change);
    }

    @Override
    public CompletableFuture<Void> publish(TelephonyRecord record) {
        return publish(wiring.topics().records(), record.getNumber(), record);
    }

    @Override
    public synchronized <T> T ask(
            String store, Topic<?> like, String key, Function<ReadOnlyKeyValueStore<String, byte[]>, T> question) {
        return askAll(store, question);
    }

    @Override
    public synchronized <V, T> T askAll(String store, Function<ReadOnlyKeyValueStore<String, V>, T> question) {
        return question.apply(driver.getKeyValueStore(store));
    }

    synchronized List<String> told(String feedKey) {
        return told.of(feedKey);
    }

    @Override
    public synchronized void close() {
        driver.close();
    }

    private synchronized <V extends SpecificRecord> CompletableFuture<Void> publish(
            Topic<V> topic, String key, V value) {
        byte[] bytes = wiring.serializer(topic).serialize(topic.name(), value);
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, bytes, Instant.now());
        comeToRest();
        feed.readKeyValuesToList().forEach(row -> told.row(row.key, row.value));
        return CompletableFuture.completedFuture(null);
    }

    private void comeToRest() {
        int ticks = 0;
        do {
            driver.advanceWallClockTime(TICK);
            if (++ticks > MOST_TICKS) {
                throw new IllegalStateException("no rest: " + counters.walksUnderWay() + " walks under way, "
                        + counters.untold() + " numbers to be told");
            }
        } while (counters.walksUnderWay() > 0 || counters.untold() > 0);
    }
}
