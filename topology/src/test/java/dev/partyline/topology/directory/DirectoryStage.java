package dev.partyline.topology.directory;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.UserAccess;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.state.Decided;
import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.Wiring;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;

/** The Directory stage alone, with a source in front of it, under TopologyTestDriver. */
final class DirectoryStage implements AutoCloseable {
    private static final Topics TOPICS = new Topics("test.");
    private static final AvroSerdes SERDES =
            new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://directory"));
    private static final Wiring WIRING = new Wiring(TOPICS, SERDES, Map.of(), new EngineCounters());

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, DirectoryChange> changes;

    DirectoryStage() {
        Topology topology = new Topology();
        topology.addSource(
                "intake",
                new StringDeserializer(),
                SERDES.of(DirectoryChange.class).deserializer(),
                TOPICS.changes().name());
        DirectoryTopology.addTo(topology, WIRING, "intake");
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "directory-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        driver = new TopologyTestDriver(topology, config, Instant.EPOCH);
        changes = driver.createInputTopic(
                TOPICS.changes().name(),
                new StringSerializer(),
                SERDES.of(DirectoryChange.class).serializer());
    }

    void send(DirectoryChange change, long appendedAt) {
        changes.pipeInput(change.getWorkspaceId(), change, appendedAt);
    }

    void advance(Duration wallClock) {
        for (long minute = 0; minute < wallClock.toMinutes(); minute++) {
            driver.advanceWallClockTime(Duration.ofMinutes(1));
        }
    }

    TestOutputTopic<String, ChangeDecision> decisions() {
        return output(TOPICS.decisions());
    }

    TestOutputTopic<String, NumberAccess> numbers() {
        return output(TOPICS.numberAccess());
    }

    TestOutputTopic<String, UserAccess> users() {
        return output(TOPICS.userAccess());
    }

    TestOutputTopic<String, FeedEntry> feed() {
        return output(TOPICS.feed());
    }

    /** Forgets what has come out so far. */
    void drain() {
        decisions().readRecordsToList();
        numbers().readRecordsToList();
        users().readRecordsToList();
        feed().readRecordsToList();
    }

    KeyValueStore<String, byte[]> decided() {
        return driver.getKeyValueStore(DirectoryTopology.DECIDED_STORE);
    }

    /** What is remembered of a change; it must be something. */
    Decided decided(String workspaceId, String changeId) {
        return DecidedStore.read(decided(), workspaceId, changeId).orElseThrow();
    }

    @Override
    public void close() {
        driver.close();
    }

    private <V extends SpecificRecord> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), SERDES.of(topic.value()).deserializer());
    }
}
