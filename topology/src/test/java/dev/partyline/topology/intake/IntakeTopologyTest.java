package dev.partyline.topology.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.Direction;
import dev.partyline.schema.Outcome;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.PartitionGroup;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.PartylineTopology;
import dev.partyline.topology.visibility.WalkSettings;
import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.Wiring;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be taken is kept, said, and stops nothing. */
class IntakeTopologyTest {
    private static final Topics TOPICS = new Topics("t.");
    private static final String NUMBER = "+12125550100";

    @TempDir
    Path stateDirectory;

    private final EngineCounters counters = new EngineCounters();
    private final AvroSerdes serdes =
            new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://intake"));
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> records;
    private TestOutputTopic<byte[], byte[]> deadLetters;
    private TestOutputTopic<byte[], byte[]> feed;

    @BeforeEach
    void start() {
        Wiring wiring = new Wiring(TOPICS, serdes, Map.of(PartitionGroup.NUMBER, 1), counters);
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        driver = new TopologyTestDriver(new PartylineTopology(wiring).visibility(WalkSettings.DEFAULT), properties);
        records =
                driver.createInputTopic(TOPICS.records().name(), new ByteArraySerializer(), new ByteArraySerializer());
        deadLetters = output(TOPICS.deadLetters().name());
        feed = output(TOPICS.feed().name());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void whatIsNotAvroIsKeptByteForByteWithTheReasonInHeaders() {
        byte[] nonsense = bytes("{\"not\": \"avro\"}");
        records.pipeInput(bytes(NUMBER), nonsense);

        TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
        assertThat(letter.key()).isEqualTo(bytes(NUMBER));
        assertThat(letter.value()).isEqualTo(nonsense);
        assertThat(header(letter, DeadLetter.REASON_HEADER)).isEqualTo("NOT_AVRO");
        assertThat(header(letter, DeadLetter.TOPIC_HEADER))
                .isEqualTo(TOPICS.records().name());
        assertThat(header(letter, DeadLetter.PARTITION_HEADER)).isEqualTo("0");
        assertThat(header(letter, DeadLetter.OFFSET_HEADER)).isEqualTo("0");
        assertThat(header(letter, DeadLetter.DETAIL_HEADER)).isNotEmpty();
        assertThat(counters.deadLettersSoFar()).isEqualTo(1);
    }

    @Test
    void eachKindOfFaultHasItsReason() {
        byte[] good = value(call("c1").build());
        assertThat(reason(null, good)).isEqualTo("NULL_KEY");
        assertThat(reason(NUMBER, null)).isEqualTo("NULL_VALUE");
        assertThat(reason(NUMBER, new byte[] {0, 0, 0, 0, 99, 1, 2, 3})).isEqualTo("UNKNOWN_SCHEMA");
        assertThat(reason(NUMBER, decision())).isEqualTo("WRONG_TYPE");
        assertThat(reason("12345", good)).isEqualTo("KEY_MISMATCH");
        assertThat(reason(NUMBER, value(call("not an id").build()))).isEqualTo("INVALID");
    }

    @Test
    void theEngineGoesOn() {
        records.pipeInput(bytes(NUMBER), new byte[] {1});
        records.pipeInput(bytes(NUMBER), value(call("c1").setMessage(null).build()));

        assertThat(deadLetters.readRecordsToList()).hasSize(1);
        assertThat(feed.isEmpty()).as("nobody is assigned").isTrue();
    }

    private String reason(@Nullable String key, byte @Nullable [] value) {
        records.pipeInput(key == null ? null : bytes(key), value);
        return header(deadLetters.readRecord(), DeadLetter.REASON_HEADER);
    }

    private byte[] value(TelephonyRecord record) {
        return serdes.of(TelephonyRecord.class)
                .serializer()
                .serialize(TOPICS.records().name(), record);
    }

    private byte[] decision() {
        ChangeDecision decision =
                new ChangeDecision("c", "acme", Outcome.ACCEPTED, null, null, 1L, Instant.ofEpochMilli(0));
        return serdes.of(ChangeDecision.class)
                .serializer()
                .serialize(TOPICS.decisions().name(), decision);
    }

    private static TelephonyRecord.Builder call(String id) {
        return TelephonyRecord.newBuilder()
                .setRecordId(id)
                .setWorkspaceId("acme")
                .setNumber(NUMBER)
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.ofEpochMilli(0))
                .setRevision(1)
                .setKind(RecordKind.ERASED);
    }

    private TestOutputTopic<byte[], byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static String header(TestRecord<byte[], byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
