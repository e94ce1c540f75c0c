package dev.partyline.topology.history;

import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.PartitionGroup;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.PartylineTopology;
import dev.partyline.topology.view.ViewTopology;
import dev.partyline.topology.visibility.WalkSettings;
import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.Wiring;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The engine's stages, each in a driver of its own: what one puts out reaches the next when the caller says so. */
final class Stages implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(10);
    private static final Topics TOPICS = new Topics("t.");

    private final EngineCounters counters = new EngineCounters();
    private final Wiring wiring;
    private final TopologyTestDriver directory;
    private final TopologyTestDriver visibility;
    private final TopologyTestDriver view;

    /**
     * @param slice how many records a walk visits in one go
     */
    Stages(Path stateDirectory, int slice) {
        wiring = new Wiring(
                TOPICS,
                new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://histories")),
                Map.of(PartitionGroup.WORKSPACE, 1, PartitionGroup.NUMBER, 1, PartitionGroup.USER, 1),
                counters);
        PartylineTopology topology = new PartylineTopology(wiring);
        directory = driver(stateDirectory.resolve("directory"), topology.directory());
        visibility = driver(
                stateDirectory.resolve("visibility"),
                topology.visibility(new WalkSettings(TICK, Duration.ZERO, Duration.ZERO, slice)));
        Topology tables = new Topology();
        ViewTopology.addTo(tables, wiring);
        view = driver(stateDirectory.resolve("view"), tables);
    }

    void change(LoggedChange logged) {
        byte[] value =
                wiring.serializer(TOPICS.changes()).serialize(TOPICS.changes().name(), logged.change());
        pipe(
                directory,
                TOPICS.changes(),
                new TestRecord<>(bytes(logged.workspaceId()), value, null, logged.appendedAt()));
    }

    void record(TelephonyRecord event, long appendedAt) {
        byte[] value =
                wiring.serializer(TOPICS.records()).serialize(TOPICS.records().name(), event);
        pipe(visibility, TOPICS.records(), new TestRecord<>(bytes(event.getNumber()), value, null, appendedAt));
    }

    void access(Row row) {
        pipe(visibility, TOPICS.numberAccess(), row.message());
    }

    void feedToView(Row row) {
        pipe(view, TOPICS.feed(), row.message());
    }

    void userAccessToView(Row row) {
        pipe(view, TOPICS.userAccess(), row.message());
    }

    /** Time passes for the walks: one slice of one of them. */
    void slice() {
        visibility.advanceWallClockTime(TICK);
    }

    int walks() {
        return counters.walksUnderWay();
    }

    long deadLetters() {
        return counters.deadLettersSoFar();
    }

    /** What the directory has put out on {@code topic} since the last call. */
    List<Row> fromDirectory(Topic<?> topic) {
        return read(directory, topic);
    }

    /** What visibility has put out on the feed since the last call. */
    List<Row> fromVisibility() {
        return read(visibility, TOPICS.feed());
    }

    <V extends SpecificRecord> V decode(Topic<V> topic, byte @Nullable [] value) {
        return wiring.deserializer(topic).deserialize(topic.name(), Objects.requireNonNull(value));
    }

    Topics topics() {
        return TOPICS;
    }

    /** The readers' table of the feed. */
    KeyValueStore<String, byte[]> userFeed() {
        return view.getKeyValueStore(ViewTopology.USER_FEED);
    }

    /** The readers' table of the users' lines. */
    KeyValueStore<String, byte[]> userNumbers() {
        return view.getKeyValueStore(ViewTopology.USER_NUMBERS);
    }

    @Override
    public void close() {
        directory.close();
        visibility.close();
        view.close();
    }

    private static TopologyTestDriver driver(Path stateDirectory, Topology topology) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        return new TopologyTestDriver(topology, properties);
    }

    private static void pipe(TopologyTestDriver driver, Topic<?> topic, TestRecord<byte[], byte[]> message) {
        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(message);
    }

    private static List<Row> read(TopologyTestDriver driver, Topic<?> topic) {
        return driver
                .createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(Row::new)
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
