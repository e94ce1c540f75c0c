package dev.partyline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.client.Connection;
import dev.partyline.api.client.FeedReader;
import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schemas.registry.RegistryClient;
import dev.partyline.schemas.registry.RegistryClients;
import dev.partyline.topology.EngineConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code partyline dead-letters} against a running installation into which bad input has come. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DeadLettersTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String NUMBER = "+12125550100";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory = Path.of("");

    private EmbeddedPartyline partyline;
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void start() throws InterruptedException {
        partyline = EmbeddedPartyline.start(
                EmbeddedConfig.in(directory.resolve("data")).withPartitions(2));
        assertThat(partyline.awaitReady(DEADLINE)).isTrue();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", partyline.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        producer.close();
        partyline.close();
    }

    @Test
    void garbageIsListedAndExplained() throws Exception {
        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("There are no dead letters.");

        publish(records(), "\u001b[31mred", "not \u001b[31mAvro".getBytes(StandardCharsets.UTF_8));
        publish(partyline.topics().changes().name(), "acme", bytes(assigned("c 1")));
        awaitLetters(2);

        assertThat(run("list")).isZero();
        assertThat(out.toString())
                .contains("partyline.records", "NOT_AVRO", "\\u001b[31mred", "partyline.changes", "INVALID", "2 in all")
                .doesNotContain("\u001b");
        assertThat(run("list", "--reason", "invalid", "--topic", "changes", "--since", "1h"))
                .isZero();
        assertThat(out.toString()).contains("INVALID").doesNotContain("NOT_AVRO");
        assertThat(run("list", "--topic", "records", "--reason", "INVALID")).isZero();
        assertThat(out.toString()).contains("none of these");
        assertThat(run("list", "--limit", "1")).isZero();
        assertThat(out.toString()).contains("2 in all; --limit shows more");

        assertThat(run("show", place("NOT_AVRO"))).isZero();
        assertThat(out.toString())
                .contains(
                        "partyline.records, partition",
                        "What to do",
                        "Sending it again as it is would bring it back",
                        "6e 6f 74 20",
                        "not .[31mAvro")
                .doesNotContain("\u001b");
        Path saved = directory.resolve("value");
        assertThat(run("show", place("INVALID"), "--save", saved.toString())).isZero();
        assertThat(out.toString()).contains("changeId: must be", "a dev.partyline.schema.DirectoryChange", "\"c 1\"");
        assertThat(Files.readAllBytes(saved)).isEqualTo(bytes(assigned("c 1")));
        assertThat(run("show", "1-4711")).isEqualTo(1);
        assertThat(err.toString()).contains("no dead letter 1-4711");
    }

    @Test
    void whatNamesASchemaThatIsRegisteredLaterArrivesWhenItIsSentAgain() throws Exception {
        publish(partyline.topics().changes().name(), "acme", bytes(assigned("c1")));
        publish(records(), NUMBER, bytes(call("first")));
        try (FeedReader feed = new FeedReader(connection(), "acme")) {
            await(() -> sees(feed, 1));
            RegistryClient registry = RegistryClients.of(partyline.serdeConfig());
            int next = 1 + registry.register("others-value", Schema.create(Schema.Type.LONG));
            byte[] early = bytes(call("early"));
            publish(
                    records(),
                    NUMBER,
                    ByteBuffer.wrap(early.clone()).putInt(1, next).array());
            awaitLetters(1);
            String place = place("UNKNOWN_SCHEMA");
            assertThat(run("show", place)).isZero();
            assertThat(out.toString()).contains("names schema id " + next, "00000", "the registry has the schema");

            assertThat(run("resend", place, "--yes")).isZero();
            assertThat(out.toString()).contains("1 of 1 sent again");
            awaitLetters(2);
            String second = place("UNKNOWN_SCHEMA", "--pending");
            assertThat(second).as("it is a letter of its own").isNotEqualTo(place);
            assertThat(run("show", second)).isZero();
            assertThat(out.toString()).contains("before it came here, from " + place);

            assertThat(registry.register("later-value", producersSchema())).isEqualTo(next);
            assertThat(run("resend", "--reason", "UNKNOWN_SCHEMA")).isZero();
            assertThat(out.toString()).contains(second, "1 would be sent again with --yes; nothing was sent");
            assertThat(run("resend", "--reason", "UNKNOWN_SCHEMA", "--since", "1h", "--yes"))
                    .isZero();
            await(() -> sees(feed, 2));

            assertThat(run("resend", "--topic", "records", "--yes")).isZero();
            assertThat(out.toString()).contains("none of these that were not sent again");
            assertThat(run("list")).isZero();
            assertThat(out.toString()).contains("2 in all").containsPattern("UNKNOWN_SCHEMA.*sent again");
            assertThat(run("resend", place, "0-4711", "--yes")).isEqualTo(1);
            assertThat(err.toString()).contains("no dead letter [0-4711]", "nothing was sent");
        }
    }

    @Test
    void aServersConfigurationNamesTheInstallationToo() throws Exception {
        publish(records(), NUMBER, new byte[] {1});
        awaitLetters(1);
        Path config = Files.writeString(directory.resolve("config.yml"), """
                kafka.bootstrap-servers: %s
                registry.url: %s
                topics.prefix: partyline.
                engine.state-directory: %s
                auth: {jwks-url: "http://127.0.0.1:1/keys", issuer: test, audience: test}
                """.formatted(
                        partyline.bootstrapServers(), partyline.registryUri(), directory));
        assertThat(execute("dead-letters", "list", "--config", config.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("NOT_AVRO", "--config " + config);
    }

    @Test
    void whereThereIsNothingItSaysSo() {
        assertThat(execute("dead-letters", "list", "--kafka", "127.0.0.1:1")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no topic partyline.dead-letters at 127.0.0.1:1");
    }

    /** A dead letter's place, from the list. */
    private String place(String reason, String... options) {
        String[] line = new String[options.length + 3];
        line[0] = "list";
        line[1] = "--reason";
        line[2] = reason;
        System.arraycopy(options, 0, line, 3, options.length);
        assertThat(run(line)).isZero();
        Matcher place = Pattern.compile("(?m)^([0-9]+-[0-9]+) .*" + reason).matcher(out.toString());
        assertThat(place.find()).as(out.toString()).isTrue();
        return place.group(1);
    }

    private boolean sees(FeedReader feed, int records) {
        feed.advance();
        return feed.fold().visibleCount("acme", "ana") == records;
    }

    private void awaitLetters(int count) {
        await(() -> run("list") == 0 && out.toString().contains(count + " in all"));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time left").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** As the producer has it: with a field that Partyline does not know. */
    private static Schema producersSchema() {
        String ours = TelephonyRecord.getClassSchema().toString().replace("\"avro.java.string\":\"String\"", "\"x\":1");
        return new Schema.Parser().parse(ours);
    }

    private static TelephonyRecord call(String id) {
        return TelephonyRecord.newBuilder()
                .setRecordId(id)
                .setWorkspaceId("acme")
                .setNumber(NUMBER)
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.parse("2026-11-26T09:00:00Z"))
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(new Call(CallStatus.MISSED, List.of(), null, null))
                .build();
    }

    private static DirectoryChange assigned(String changeId) {
        return DirectoryChange.newBuilder()
                .setChangeId(changeId)
                .setWorkspaceId("acme")
                .setChange(new UserAssigned(NUMBER, "ana", null, null))
                .build();
    }

    private byte[] bytes(TelephonyRecord event) {
        return partyline.serdes().of(TelephonyRecord.class).serializer().serialize(records(), event);
    }

    private byte[] bytes(DirectoryChange change) {
        return partyline
                .serdes()
                .of(DirectoryChange.class)
                .serializer()
                .serialize(partyline.topics().changes().name(), change);
    }

    private void publish(String topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, value)).get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
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

    /** Runs {@code dead-letters} on this installation. */
    private int run(String... arguments) {
        String[] line = new String[arguments.length + (arguments[0].equals("show") ? 5 : 3)];
        line[0] = "dead-letters";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        line[arguments.length + 1] = "--kafka";
        line[arguments.length + 2] = partyline.bootstrapServers();
        if (arguments[0].equals("show")) {
            line[arguments.length + 3] = "--registry";
            line[arguments.length + 4] = partyline.registryUri().toString();
        }
        return execute(line);
    }

    private int execute(String... line) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(line);
    }
}
