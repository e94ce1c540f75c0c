package dev.partyline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.api.client.CaughtUp;
import dev.partyline.api.client.Connection;
import dev.partyline.api.client.FeedReader;
import dev.partyline.api.client.Upstream;
import dev.partyline.api.embedded.EmbeddedBroker;
import dev.partyline.api.registry.EmbeddedRegistry;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers by a configuration file, against a Kafka and a registry that run elsewhere: here, in the test. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ServerTest {
    private static final String NUMBER = "+12125550173";
    private static final String USER = "wilhelmina";

    @TempDir
    private static Path directory;

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    @Test
    void oneOfTwoStopsGracefullyWhileTheOtherGoesOn() throws Exception {
        Path config = config("two", broker.bootstrapServers(), registry.uri().toString(), "60s");
        assertThat(run("topics", "create", config.toString())).isZero();
        try (ServerInstance going = instance(config, "going", "text", "1s");
                ServerInstance staying = instance(config, "staying", "json", "60s")) {
            assertThat(going.awaitHealth(health -> health.startsWith("200"))).contains("RUNNING");
            assertThat(staying.awaitHealth(health -> health.startsWith("200"))).contains("RUNNING");
            assertThat(staying.health(true)).startsWith("200").contains("\"healthy\":true");
            assign();

            going.process().terminate();
            assertThat(going.awaitHealth(health -> !health.startsWith("200")))
                    .as("what a load balancer sees while the API still answers")
                    .startsWith("503")
                    .contains("STOPPING");
            assertThat(going.process().exitCodeWithin(30)).as(going.logged()).isZero();
            assertThat(staying.awaitHealth(health -> health.startsWith("200"))).contains("RUNNING");

            staying.process().terminate();
            assertThat(staying.awaitHealth(health -> !health.startsWith("200"))).contains("STOPPING");
            staying.process().terminate();
            assertThat(staying.process().exitCodeWithin(30)).as("asked twice").isEqualTo(130);
            assertThat(going.logged()).contains("ready after", "stopped").doesNotContain(NUMBER, USER);
            assertThat(staying.logged()).doesNotContain(NUMBER, USER);
            assertThat(staying.logged().lines().filter(line -> !line.isBlank())).allMatch(ServerTest::isJson);
        }
    }

    @Test
    void topicsAreCheckedCreatedAndLeftAlone() throws IOException {
        Path config = config("topics", broker.bootstrapServers(), registry.uri().toString(), "60s");
        assertThat(run("topics", "check", config.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("topic topics.feed is missing: create it");
        assertThat(run("server", config.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("topic topics.feed is missing", "./partyline topics create " + config);
        assertThat(run("topics", "create", config.toString())).isZero();
        assertThat(out.toString()).containsPattern("topics\\.feed +2 +1 +created");
        assertThat(run("topics", "create", config.toString())).isZero();
        assertThat(out.toString())
                .containsPattern("topics\\.feed +2 +1 +was there")
                .doesNotContain("wrong:");
    }

    @Test
    void withoutKafkaItEndsInTimeAndNamesTheKey() throws IOException {
        Path config = config("none", "127.0.0.1:1", registry.uri().toString(), "1s");
        assertThat(run("server", config.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no Kafka answers at 127.0.0.1:1 within 1 s", "kafka.bootstrap-servers");
    }

    @Test
    void withoutARegistryItTriesForAWhileAndNamesTheKey() throws IOException {
        Path config = config("unregistered", broker.bootstrapServers(), "http://127.0.0.1:1", "3s");
        assertThat(run("topics", "create", config.toString())).isZero();
        assertThat(run("server", config.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no usable answer from the schema registry after", "registry.url");
    }

    @Test
    void aRegistryThatComesUpLaterIsWaitedFor() throws Exception {
        int port = freePort();
        Path config = config("late", broker.bootstrapServers(), "http://127.0.0.1:" + port, "60s");
        assertThat(run("topics", "create", config.toString())).isZero();
        try (ServerInstance waiting = instance(config, "late", "text", "1s")) {
            assertThat(waiting.awaitLog("attempt 3 to list the subjects failed, trying again"))
                    .contains("waiting for the schema registry at http://127.0.0.1:" + port)
                    .doesNotContain("the API listens");
            EmbeddedRegistry late = EmbeddedRegistry.start(directory.resolve("late-registry"), port);
            try {
                assertThat(waiting.awaitHealth(health -> health.startsWith("200")))
                        .contains("RUNNING");
            } finally {
                late.close();
            }
        }
    }

    @Test
    void theSerdeThatIsNamedIsTheOneThatReadsAndWrites() throws Exception {
        Path config =
                config("inverted", broker.bootstrapServers(), registry.uri().toString(), "60s");
        Files.writeString(config, "serde.class: " + InvertedSerde.class.getName() + "\n", StandardOpenOption.APPEND);
        assertThat(run("topics", "create", config.toString())).isZero();
        Topics topics = new Topics("inverted.");
        try (ServerInstance server = instance(config, "inverted", "text", "1s")) {
            assertThat(server.awaitHealth(health -> health.startsWith("200"))).contains("RUNNING");
            send(
                    topics.changes().name(),
                    inverted(DirectoryChange.class)
                            .serializer()
                            .serialize(topics.changes().name(), assignment()));
            byte[] row = firstRow(topics.feed().name());
            assertThat(row).startsWith(-1);
            FeedEntry entry = inverted(FeedEntry.class)
                    .deserializer()
                    .deserialize(topics.feed().name(), row);
            assertThat(entry.getKind()).isIn(FeedEntryKind.LINE, FeedEntryKind.USER);
        }
    }

    private static <V extends SpecificRecord> Serde<V> inverted(Class<V> value) {
        return new AvroSerdes(
                        InvertedSerde.class.getName(),
                        Map.of("schema.registry.url", registry.uri().toString()))
                .of(value);
    }

    private static void send(String topic, byte[] message) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            assertThat(producer.send(new ProducerRecord<>(topic, "acme", message)))
                    .succeedsWithin(Duration.ofSeconds(30));
        }
    }

    private static byte[] firstRow(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> row : consumer.poll(Duration.ofMillis(100))) {
                    return row.value();
                }
            }
            throw new AssertionError("the feed stays empty");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isJson(String line) {
        try {
            return new ObjectMapper().readTree(line).hasNonNull("formattedMessage");
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerInstance instance(Path config, String name, String format, String drain) throws IOException {
        Path state = Files.createDirectory(directory.resolve(name));
        // Kept for who wants to know why a test failed.
        Path log = Path.of("target", "server-" + name + ".log");
        Files.deleteIfExists(log);
        return ServerInstance.start(config, log, Map.of("STATE", state.toString(), "FORMAT", format, "DRAIN", drain));
    }

    /** Something happens, and the servers deal with it. */
    private static void assign() throws InterruptedException {
        Connection connection =
                new Connection(broker.bootstrapServers(), registry.uri().toString(), "two", new Topics("two."));
        try (Upstream upstream = new Upstream(connection);
                FeedReader feeds = new FeedReader(connection, "acme");
                CaughtUp caughtUp = new CaughtUp(connection, feeds, "acme")) {
            upstream.publish(assignment());
            upstream.flush();
            caughtUp.await(behind -> {});
            assertThat(feeds.fold().lines("acme", USER)).hasSize(1);
        }
    }

    private static DirectoryChange assignment() {
        UserAssigned assigned =
                UserAssigned.newBuilder().setNumber(NUMBER).setUserId(USER).build();
        return DirectoryChange.newBuilder()
                .setChangeId("c1")
                .setWorkspaceId("acme")
                .setChange(assigned)
                .build();
    }

    private static Path config(String name, String kafka, String registryUrl, String patience) throws IOException {
        return Files.writeString(
                directory.resolve(name + ".yml"), """
                kafka:
                  bootstrap-servers: %s
                  properties: {consumer.session.timeout.ms: 10000, consumer.heartbeat.interval.ms: 2000}
                registry.url: %s
                topics: {prefix: %s., partitions: 2, replication-factor: 1}
                engine: {application-id: %s, state-directory: "${STATE:-%s}", start-timeout: %s}
                http: {host: 127.0.0.1, port: 0, admin-port: 0, drain: "${DRAIN:-1s}"}
                auth: {jwks-url: "http://127.0.0.1:1/keys", issuer: test, audience: test}
                log.format: ${FORMAT:-text}
                """.formatted(kafka, registryUrl, name, name, directory, patience));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
