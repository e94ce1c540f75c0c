package dev.partyline.api.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.api.client.EngineLag;
import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.api.http.JsonClient;
import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.Outcome;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.topology.EngineHealth;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that are not Java publish changes and records, and fold the feeds, with Avro through the registry: docs/clients
 * in Python and Node, and kcat. Also with partitioners that put keys elsewhere than Java's does.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ForeignClientsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String NUMBER = "+12125550100";
    private static final Path SCHEMAS =
            Path.of("..", "schemas", "src", "main", "avro").toAbsolutePath();

    @TempDir
    private static Path directory;

    private static EmbeddedPartyline partyline;
    private static EngineSetup setup;

    @BeforeAll
    static void start() throws InterruptedException {
        partyline = EmbeddedPartyline.start(EmbeddedConfig.in(directory));
        assertThat(partyline.awaitReady(DEADLINE)).isTrue();
        setup = new EngineSetup(
                partyline.bootstrapServers(), partyline.registryUri().toString(), "partyline");
    }

    @AfterAll
    static void stop() {
        partyline.close();
    }

    @Test
    void pythonPublishesAndFolds() throws Exception {
        assertThat(published("py", python()))
                .as("events in the wrong partition")
                .isZero();
    }

    @Test
    void nodePublishesAndFolds() throws Exception {
        assertThat(published("js", node())).as("events in the wrong partition").isZero();
    }

    @Test
    void whatLibrdkafkasOwnPartitionerPutsElsewhereIsMovedInOrder() throws Exception {
        assertThat(published("py-crc", python(), "consistent_random")).isPositive();
    }

    @Test
    void whatKafkajsPartitionerOfBeforePutsElsewhereIsMovedInOrder() throws Exception {
        assertThat(published("js-legacy", node(), "LegacyPartitioner")).isPositive();
    }

    @Test
    void kcatPublishesFramedBytesAndReadsTheFeedsHeaders() throws Exception {
        assumeTrue(InboxProcess.canRun("kcat", "-V"), "skipped, because there is no kcat on this machine");
        UserAssigned assigned =
                UserAssigned.newBuilder().setNumber(NUMBER).setUserId("ana").build();
        DirectoryChange change = DirectoryChange.newBuilder()
                .setChangeId("kcat-1")
                .setWorkspaceId("kcat")
                .setChange(assigned)
                .build();
        kcatPublishes("kcat", setup.topics().changes(), List.of(change));
        kcatPublishes(NUMBER, setup.topics().records(), List.of(missed(1), missed(2)));
        await(() -> apiFeeds("kcat").getOrDefault("ana", List.of()).equals(List.of("r2", "r1")), () -> "kcat's feed");

        try (TopicRows<FeedEntry> feed = new TopicRows<>(setup, setup.topics().feed())) {
            int id = setup.schemaId(setup.topics().feed());
            List<String> expected = feed.toTheEnd().stream()
                    .filter(row -> row.key().startsWith("kcat|"))
                    .map(row -> row.key() + (row.value() == null ? " NULL" : " 0" + id))
                    .toList();
            assertThat(kcatReadsHeaders().stream().filter(line -> line.startsWith("kcat|")))
                    .as("key, first byte and schema id of each row")
                    .hasSizeGreaterThan(2)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** One message a file, all with one key. */
    private static <V extends SpecificRecord> void kcatPublishes(String key, Topic<V> topic, List<V> values)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-P", "-b", setup.bootstrapServers(), "-t", topic.name()));
        // What docs/publishing.md asks of every producer.
        arguments.addAll(
                List.of("-X", "enable.idempotence=true", "-X", "acks=all", "-X", "partitioner=murmur2_random"));
        arguments.addAll(List.of("-k", key));
        try (Serde<V> serde = setup.serdes().of(topic.value())) {
            for (V value : values) {
                byte[] framed = serde.serializer().serialize(topic.name(), value);
                arguments.add(Files.write(Files.createTempFile(directory, "event", ".avro"), framed)
                        .toString());
            }
        }
        assertThat(ForeignClient.kcat().run(arguments, "kcat-publish", "")).isEmpty();
    }

    /** Key, first byte and schema id of each committed row of the feed. */
    private static List<String> kcatReadsHeaders() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-C", "-b", setup.bootstrapServers(), "-e", "-q"));
        arguments.addAll(List.of("-t", setup.topics().feed().name(), "-o", "beginning"));
        arguments.addAll(List.of("-X", "isolation.level=read_committed", "-s", "value=bI", "-f", "%k %s\n"));
        return ForeignClient.kcat().run(arguments, "kcat-read", "");
    }

    private static TelephonyRecord missed(int n) {
        return TelephonyRecord.newBuilder()
                .setRecordId("r" + n)
                .setWorkspaceId("kcat")
                .setNumber(NUMBER)
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.ofEpochSecond(1_700_000_000L + n))
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(new Call(CallStatus.MISSED, List.of(), null, null))
                .build();
    }

    /** Publishes, checks all that comes of it, and says how many events were in the wrong partition. */
    private static int published(String name, ForeignClient client, String... partitioner) throws Exception {
        long movedBefore = partyline.engine().health().movedRecords();
        ForeignEvents events = new ForeignEvents(name, random(name));
        List<String> arguments = Stream.concat(
                        Stream.of(setup.bootstrapServers(), setup.registryUrl(), SCHEMAS.toString()),
                        Stream.of(partitioner))
                .toList();
        assertThat(client.run("publish", events.lines(), arguments)).isEmpty();
        awaitRest();
        awaitSeen(events);
        assertDecided(events);
        assertFolded(client, events);

        int wrong = misplaced(setup.topics().changes(), setup.topics().movedChanges(), events)
                + misplaced(setup.topics().records(), setup.topics().movedRecords(), events);
        long moved = partyline.engine().health().movedRecords();
        // What is done again after a failure is counted again.
        assertThat(moved - movedBefore).as("counted in health").isBetween((long) wrong, 2L * wrong);
        assertThat(metrics()).contains("partyline_moved_total " + (double) moved);
        assertThat(partyline.engine().health().deadLetters()).isZero();
        return wrong;
    }

    /** From {@code -Dseed=} when given, and printed, so that every run can be repeated. */
    private static Random random(String name) {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
        System.out.println("ForeignClientsTest " + name + ": -Dseed=" + seed);
        return new Random(seed);
    }

    /** All that was published is taken in, and nothing is under way any more. */
    private static void awaitRest() {
        try (EngineLag lag = new EngineLag(setup.connection())) {
            await(
                    () -> {
                        boolean taken = lag.behind() == 0;
                        EngineHealth health = partyline.engine().health();
                        return taken && health.walks() == 0 && health.untold() == 0;
                    },
                    () -> lag.behind() + " events to be taken in");
        }
    }

    /** The API shows each user just what there is to be seen. */
    private static void awaitSeen(ForeignEvents events) {
        for (String workspace : events.workspaces()) {
            Map<String, List<String>> wanted = events.seen(workspace);
            await(
                    () -> apiFeeds(workspace).equals(wanted),
                    () -> workspace + ": " + apiFeeds(workspace) + ", not " + wanted);
        }
    }

    /** Every change was decided, in the order in which it was published: in another, some would have changed nothing. */
    private static void assertDecided(ForeignEvents events) {
        try (TopicRows<ChangeDecision> decisions =
                new TopicRows<>(setup, setup.topics().decisions())) {
            for (String workspace : events.workspaces()) {
                assertThat(ofKey(decisions.toTheEnd(), workspace))
                        .allMatch(row -> row.value().getOutcome() == Outcome.ACCEPTED)
                        .extracting(row -> row.value().getChangeId())
                        .isEqualTo(events.changeIds(workspace));
            }
        }
    }

    private static void assertFolded(ForeignClient client, ForeignEvents events)
            throws IOException, InterruptedException {
        for (String workspace : events.workspaces()) {
            List<String> arguments = Stream.of(
                            Stream.of(setup.bootstrapServers(), setup.registryUrl(), workspace),
                            ForeignEvents.USERS.stream(),
                            Stream.of("--once"))
                    .flatMap(each -> each)
                    .toList();
            assertThat(client.run("kafka_feed", "", arguments))
                    .containsExactlyElementsOf(apiFeeds(workspace).entrySet().stream()
                            .map(feed -> String.join(
                                    " ",
                                    Stream.concat(Stream.of(feed.getKey() + ":"), feed.getValue().stream())
                                            .toList()))
                            .toList());
        }
    }

    /** How many of the events lie in the wrong partition; each has been moved, in its order. */
    private static <V extends SpecificRecord> int misplaced(Topic<V> topic, Topic<V> moved, ForeignEvents events) {
        try (TopicRows<V> rows = new TopicRows<>(setup, topic);
                TopicRows<V> movedRows = new TopicRows<>(setup, moved)) {
            List<ConsumerRecord<String, V>> wrong = rows.toTheEnd().stream()
                    .filter(row -> events.workspaces().contains(workspaceOf(row.value())))
                    .filter(row -> row.partition() != partitionOf(row))
                    .toList();
            List<ConsumerRecord<String, V>> sentOn = movedRows.toTheEnd();
            assertThat(sentOn).allMatch(row -> row.partition() == partitionOf(row));
            wrong.stream()
                    .map(ConsumerRecord::key)
                    .distinct()
                    .forEach(key -> assertThat(ofKey(sentOn, key))
                            .extracting(ConsumerRecord::value)
                            .isEqualTo(ofKey(wrong, key).stream()
                                    .map(ConsumerRecord::value)
                                    .toList()));
            return wrong.size();
        }
    }

    private static int partitionOf(ConsumerRecord<String, ?> row) {
        return Partitions.ofKey(row.key(), EmbeddedConfig.DEFAULT_PARTITIONS);
    }

    private static String workspaceOf(SpecificRecord value) {
        return value instanceof DirectoryChange change
                ? change.getWorkspaceId()
                : ((TelephonyRecord) value).getWorkspaceId();
    }

    private static <V> List<ConsumerRecord<String, V>> ofKey(List<ConsumerRecord<String, V>> rows, String key) {
        return rows.stream().filter(row -> row.key().equals(key)).toList();
    }

    private static Map<String, List<String>> apiFeeds(String workspace) {
        JsonClient client = JsonClient.of(partyline.tokens(), workspace);
        Map<String, List<String>> feeds = new TreeMap<>();
        for (String user : ForeignEvents.USERS) {
            URI page = URI.create(
                    partyline.apiUri() + "/v1/workspaces/" + workspace + "/users/" + user + "/feed?limit=1000");
            JsonNode records = client.get(page).json().path("records");
            feeds.put(user, records.findValuesAsText("recordId"));
        }
        return feeds;
    }

    private static String metrics() {
        return JsonClient.ofNobody()
                .text(URI.create(partyline.adminUri() + "/metrics"), "text/plain")
                .body();
    }

    private static ForeignClient python() throws IOException, InterruptedException {
        Optional<ForeignClient> python = ForeignClient.python();
        assumeTrue(python.isPresent(), "skipped, because no Python here has confluent_kafka and avro");
        return python.orElseThrow();
    }

    private static ForeignClient node() throws IOException, InterruptedException {
        Optional<ForeignClient> node = ForeignClient.node();
        assumeTrue(node.isPresent(), "skipped, because there is no Node here, or kafkajs cannot be installed");
        return node.orElseThrow();
    }

    private static void await(BooleanSupplier condition, Supplier<String> state) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(state).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
