package dev.partyline.topology.intake;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.registry.RegistryClients;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.PartitionGroup;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.PartylineTopology;
import dev.partyline.topology.visibility.WalkSettings;
import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The whole engine in Kafka's driver, fed with bytes: whatever somebody may publish. */
final class DrivenIntake implements AutoCloseable {
    static final Topics TOPICS = new Topics("t.");
    static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

    private static final Duration TICK = Duration.ofMillis(10);

    private final EngineCounters counters = new EngineCounters();
    private final Map<String, Object> registry;
    private final AvroSerdes serdes;
    private final TopologyTestDriver driver;
    private final TestOutputTopic<byte[], byte[]> letters;
    private final TestOutputTopic<String, ChangeDecision> decisions;
    private final TestOutputTopic<String, NumberAccess> accesses;
    private final TestOutputTopic<String, FeedEntry> feed;
    private final Map<String, FeedEntry> rows = new TreeMap<>();

    DrivenIntake(Path stateDirectory, String registryUrl, int partitions) {
        registry = Map.of("schema.registry.url", registryUrl, "registry.retry.timeout.ms", 0);
        serdes = new AvroSerdes(AvroSerdes.DEFAULT_SERDE, registry);
        Map<PartitionGroup, Integer> counts = Map.of(
                PartitionGroup.NUMBER,
                partitions,
                PartitionGroup.WORKSPACE,
                partitions,
                PartitionGroup.USER,
                partitions);
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        driver = new TopologyTestDriver(
                new PartylineTopology(new Wiring(TOPICS, serdes, counts, counters)).whole(WalkSettings.DEFAULT, false),
                properties,
                NOW);
        letters = driver.createOutputTopic(
                TOPICS.deadLetters().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        decisions = output(TOPICS.decisions());
        accesses = output(TOPICS.numberAccess());
        feed = output(TOPICS.feed());
    }

    /** Publishes as a producer does, and lets the engine come to rest. */
    void publish(Topic<?> topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers, NOW));
        do {
            driver.advanceWallClockTime(TICK);
        } while (counters.walksUnderWay() > 0 || counters.untold() > 0);
    }

    void publish(Topic<?> topic, @Nullable String key, byte @Nullable [] value) {
        publish(topic, key == null ? null : key.getBytes(StandardCharsets.UTF_8), value, new RecordHeaders());
    }

    void publish(TelephonyRecord event) {
        publish(TOPICS.records(), event.getNumber(), bytes(TOPICS.records(), event));
    }

    void publish(DirectoryChange change) {
        publish(TOPICS.changes(), change.getWorkspaceId(), bytes(TOPICS.changes(), change));
    }

    /** As its serializer writes it for this topic. */
    <V extends SpecificRecord> byte[] bytes(Topic<V> topic, V value) {
        return bytesFor(topic.name(), value);
    }

    @SuppressWarnings("unchecked")
    <V extends SpecificRecord> byte[] bytesFor(String topic, V value) {
        return serdes.of((Class<V>) value.getClass()).serializer().serialize(topic, value);
    }

    /** A change as a producer writes it that knows a kind of change which this engine does not. */
    byte[] laterChange(String workspaceId) {
        Schema later = SchemaBuilder.record("LaterChange")
                .namespace("dev.partyline.schema")
                .fields()
                .endRecord();
        List<Schema> kinds = new ArrayList<>(
                DirectoryChange.getClassSchema().getField("change").schema().getTypes());
        kinds.add(later);
        List<Schema.Field> fields = DirectoryChange.getClassSchema().getFields().stream()
                .map(field -> new Schema.Field(
                        field.name(), field.name().equals("change") ? Schema.createUnion(kinds) : field.schema()))
                .toList();
        Schema schema = Schema.createRecord("DirectoryChange", "", "dev.partyline.schema", false, fields);
        GenericRecord change = new GenericRecordBuilder(schema)
                .set("changeId", "later")
                .set("workspaceId", workspaceId)
                .set("actorId", null)
                .set("occurredAt", null)
                .set("change", new GenericRecordBuilder(later).build())
                .build();
        int id = RegistryClients.of(registry).register(TOPICS.changes().subject(), schema);
        return bytes(id, change);
    }

    private static byte[] bytes(int schemaId, GenericRecord value) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(ByteBuffer.allocate(5).put((byte) 0).putInt(schemaId).array());
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<>(value.getSchema()).write(value, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next dead letter; fails when there is none. */
    TestRecord<byte[], byte[]> letter() {
        return letters.readRecord();
    }

    boolean noLetters() {
        return letters.isEmpty();
    }

    List<ChangeDecision> decisions() {
        return decisions.readValuesToList();
    }

    List<NumberAccess> accesses() {
        return accesses.readValuesToList();
    }

    /** What the feeds come to now, by key. */
    Map<String, FeedEntry> feeds() {
        feed.readKeyValuesToList().forEach(row -> {
            if (row.value == null) {
                rows.remove(row.key);
            } else {
                rows.put(row.key, row.value);
            }
        });
        return rows;
    }

    EngineCounters counters() {
        return counters;
    }

    static String header(TestRecord<byte[], byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        driver.close();
    }

    private <V extends SpecificRecord> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(topic.value()).deserializer());
    }
}
