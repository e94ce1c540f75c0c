package dev.partyline.api.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.api.client.Connection;
import dev.partyline.api.client.FeedReader;
import dev.partyline.api.deadletters.DeadLetters;
import dev.partyline.api.deadletters.Selection;
import dev.partyline.api.deadletters.Summary;
import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.Message;
import dev.partyline.schema.MessageStatus;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.EngineConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is as large as it may be, and what is larger, on a real broker. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OversizedTest {
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final int PARTITIONS = 2;
    private static final String NUMBER = "+12125550100";
    private static final String USER = "u".repeat(128);
    /** What a message's own fields and Kafka's frame take. */
    private static final int FRAME = 1_000;

    @TempDir
    private Path directory = Path.of("");

    private EmbeddedPartyline partyline;
    private KafkaProducer<String, byte[]> producer;
    private FeedReader feed;

    @BeforeEach
    void start() throws Exception {
        partyline = EmbeddedPartyline.start(EmbeddedConfig.in(directory).withPartitions(PARTITIONS));
        assertThat(partyline.awaitReady(DEADLINE)).isTrue();
        producer = producer(Map.of());
        feed = new FeedReader(connection(), "acme");
        send(producer, changes(), "acme", bytes(changes(), assigned("c1")), 0);
        send(producer, records(), NUMBER, bytes(records(), message("first", "hello")), 0);
        await(() -> seen("first"));
    }

    @AfterEach
    void stop() {
        feed.close();
        producer.close();
        partyline.close();
    }

    @Test
    void whatIsLargerThanTheTopicTakesIsRefusedToItsProducer() throws Exception {
        byte[] large = random(Topics.MAX_EVENT_BYTES + FRAME);
        try (KafkaProducer<String, byte[]> wide = producer(Map.of("max.request.size", 64 << 20))) {
            assertThatThrownBy(() -> send(wide, records(), NUMBER, large, 0))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    @Test
    void whatGrowsOnItsWayThroughTheEngineFitsEverywhere() throws Exception {
        String text = "x".repeat(Topics.MAX_EVENT_BYTES - FRAME);
        byte[] good = bytes(records(), message("large", text));
        byte[] bad = bytes(records(), message("not an id", text));
        byte[] tripled = bytes(records(), message("tripled", text));
        // No UTF-8: each of these bytes becomes three when it is written again.
        Arrays.fill(tripled, tripled.length - text.length(), tripled.length - FRAME, (byte) 0xff);

        send(producer, records(), NUMBER, good, 1);
        send(producer, records(), NUMBER, bad, 0);
        send(producer, records(), NUMBER, tripled, 0);
        await(() -> seen("large") && seen("tripled"));
        assertThat(letters()).extracting(Summary::reason).containsExactly("INVALID");

        takeUpTo(32 << 20);
        try (KafkaProducer<String, byte[]> wide = producer(
                Map.of("max.request.size", 64 << 20, "buffer.memory", 128L << 20, "compression.type", "zstd"))) {
            send(wide, records(), NUMBER, bytes(records(), message("wide", "x".repeat(3 << 20))), 0);
            send(wide, records(), NUMBER, bytes(records(), message("widest", "x".repeat(20 << 20))), 0);
            await(() -> taken(wide, random(20 << 20)));
        }
        send(producer, records(), NUMBER, bytes(records(), message("last", "goodbye")), 0);
        await(() -> seen("last"));
        assertThat(letters())
                .extracting(letter -> letter.reason() + (letter.cut() ? " cut" : ""))
                .containsExactlyInAnyOrder("INVALID", "TOO_LARGE", "TOO_LARGE cut", "TOO_LARGE cut");
        assertThat(deadLetters().resend(letters()).failed().values())
                .hasSize(2)
                .allMatch(why -> why.startsWith("only its beginning is there"));
        await(() -> letters().size() == 6);
        assertThat(letters())
                .extracting(letter -> letter.reason() + letter.sentAgain().isPresent())
                .as("what was as wrong as before has come back")
                .contains("INVALIDtrue", "INVALIDfalse", "TOO_LARGEtrue", "TOO_LARGEfalse");
        assertThat(partyline.engine().health().ready()).isTrue();
        assertThat(partyline.engine().health().movedRecords()).isPositive();
    }

    private List<Summary> letters() {
        return deadLetters().list(Selection.ALL);
    }

    private DeadLetters deadLetters() {
        return new DeadLetters(Map.of("bootstrap.servers", partyline.bootstrapServers()), partyline.topics());
    }

    private boolean seen(String recordId) {
        feed.advance();
        return feed.fold().visible("acme", USER).stream()
                .map(FeedEntry::getRecord)
                .anyMatch(event -> event.getRecordId().equals(recordId));
    }

    private void takeUpTo(int bytes) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, records());
        AlterConfigOp larger = new AlterConfigOp(
                new ConfigEntry("max.message.bytes", Integer.toString(bytes)), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", partyline.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(larger))).all().get();
        }
    }

    /** A topic's new limit is in force some time after it was set. */
    private boolean taken(KafkaProducer<String, byte[]> wide, byte[] value) {
        try {
            send(wide, records(), NUMBER, value, 0);
            return true;
        } catch (Exception e) {
            assertThat(e).hasCauseInstanceOf(RecordTooLargeException.class);
            return false;
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time left").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** @param shift how far from the right partition */
    private static void send(KafkaProducer<String, byte[]> producer, String topic, String key, byte[] value, int shift)
            throws Exception {
        int partition = (Partitions.ofKey(key, PARTITIONS) + shift) % PARTITIONS;
        producer.send(new ProducerRecord<>(topic, partition, key, value)).get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    }

    private KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("bootstrap.servers", partyline.bootstrapServers());
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private <V extends SpecificRecord> byte[] bytes(String topic, V value) {
        @SuppressWarnings("unchecked")
        Class<V> type = (Class<V>) value.getClass();
        return partyline.serdes().of(type).serializer().serialize(topic, value);
    }

    private static TelephonyRecord message(String id, String text) {
        return TelephonyRecord.newBuilder()
                .setRecordId(id)
                .setWorkspaceId("acme")
                .setNumber(NUMBER)
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.parse("2026-11-26T09:00:00Z"))
                .setRevision(1)
                .setKind(RecordKind.MESSAGE)
                .setMessage(new Message(null, text, List.of(), MessageStatus.RECEIVED))
                .build();
    }

    private static DirectoryChange assigned(String changeId) {
        return DirectoryChange.newBuilder()
                .setChangeId(changeId)
                .setWorkspaceId("acme")
                .setChange(new UserAssigned(NUMBER, USER, null, null))
                .build();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private String changes() {
        return partyline.topics().changes().name();
    }

    private String records() {
        return partyline.topics().records().name();
    }

    private Connection connection() {
        return new Connection(
                partyline.bootstrapServers(),
                partyline.registryUri().toString(),
                EngineConfig.DEFAULT_APPLICATION_ID,
                partyline.topics());
    }
}
