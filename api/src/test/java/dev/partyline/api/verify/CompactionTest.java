package dev.partyline.api.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.client.Connection;
import dev.partyline.api.client.Upstream;
import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.api.terminal.Screen;
import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import dev.partyline.schemas.topic.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Topics that are compacted as hard as Kafka can, tombstones gone at once: stores that are lost come back from what is left,
 * and what follows is right.
 */
class CompactionTest {
    private static final String WS = "acme";
    private static final List<String> USERS = List.of("ana", "ben", "eve");
    private static final List<String> NUMBERS = List.of("+12125550100", "+12125550101");
    private static final int ROUNDS = 40;
    private static final double LITTLE = 0.25;
    private static final Duration DEADLINE = Duration.ofSeconds(120);
    private static final Map<String, String> AT_ONCE = Map.of(
            "segment.ms", "100",
            "min.cleanable.dirty.ratio", "0.0001",
            "min.compaction.lag.ms", "0",
            "max.compaction.lag.ms", "200",
            "delete.retention.ms", "0");

    private int events;

    @Test
    void storesComeBackFromWhatIsLeft(@TempDir Path directory) throws Exception {
        try (EmbeddedPartyline partyline = start(directory)) {
            compactAtOnce(connection(partyline));
            churn(partyline);
            awaitCompacted(partyline);
            keepTombstones(connection(partyline));
        }
        deleteState(directory);
        try (EmbeddedPartyline partyline = start(directory)) {
            assertRight(partyline);
            churn(partyline);
            assertRight(partyline);
        }
    }

    private static EmbeddedPartyline start(Path directory) throws InterruptedException {
        EmbeddedPartyline partyline = EmbeddedPartyline.start(EmbeddedConfig.in(directory));
        assertThat(partyline.awaitReady(DEADLINE)).isTrue();
        return partyline;
    }

    /** Assigns and unassigns everyone in turn, with records in between, each told anew many times. */
    private void churn(EmbeddedPartyline partyline) {
        try (Upstream upstream = new Upstream(connection(partyline))) {
            for (int round = 0; round < ROUNDS; round++) {
                for (String number : NUMBERS) {
                    String user = USERS.get(events % USERS.size());
                    boolean assign = round % 3 != 1;
                    upstream.publish(new DirectoryChange(
                            "c" + events++,
                            WS,
                            null,
                            null,
                            assign ? new UserAssigned(number, user, null, null) : new UserUnassigned(number, user)));
                    upstream.publish(call("r" + events % 5, number, events));
                }
                upstream.flush();
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static TelephonyRecord call(String recordId, String number, int revision) {
        return TelephonyRecord.newBuilder()
                .setRecordId(recordId)
                .setWorkspaceId(WS)
                .setNumber(number)
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.ofEpochMilli(1_000))
                .setRevision(revision)
                .setKind(RecordKind.CALL)
                .setCall(new Call(CallStatus.MISSED, List.of(), null, null))
                .build();
    }

    private static void assertRight(EmbeddedPartyline partyline) throws InterruptedException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        try (ModelVerification model = new ModelVerification(connection(partyline), WS, Duration.ofSeconds(10))) {
            ModelVerification.Result result = model.run(new Screen(nowhere, nowhere, false));
            assertThat(result.differences()).isEmpty();
            assertThat(result.unsettled()).isZero();
            assertThat(result.rows()).isPositive();
        }
    }

    /** Until little is left of what was written. What lies last in a partition stays, so something is written meanwhile. */
    private void awaitCompacted(EmbeddedPartyline partyline) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (shareLeft(connection(partyline)) > LITTLE) {
            assertThat(System.nanoTime())
                    .as("share left: %s", shareLeft(connection(partyline)))
                    .isLessThan(deadline);
            try (Upstream upstream = new Upstream(connection(partyline))) {
                upstream.publish(call("again", NUMBERS.get(events % NUMBERS.size()), events++));
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    /** Which share can still be read of the feed, and of what the stages tell one another. */
    private static double shareLeft(Connection connection) {
        long[] left = {0};
        try (CommittedReader reader =
                new CommittedReader(connection.kafka(), told(connection.topics()), message -> left[0]++)) {
            reader.readToEnd(read -> {});
            return (double) left[0] / reader.size();
        }
    }

    private static void compactAtOnce(Connection connection) throws ExecutionException, InterruptedException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (String topic : compacted(connection)) {
            changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), set(AT_ONCE));
        }
        ConfigResource allBrokers = new ConfigResource(ConfigResource.Type.BROKER, "");
        changes.put(allBrokers, set(Map.of("log.cleaner.backoff.ms", "100")));
        try (Admin admin = connection.admin()) {
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }

    /** As the engine insists that the feed has it. */
    private static void keepTombstones(Connection connection) throws ExecutionException, InterruptedException {
        ConfigResource feed = new ConfigResource(
                ConfigResource.Type.TOPIC, connection.topics().feed().name());
        String kept = Long.toString(Topics.FEED_TOMBSTONES.toMillis());
        try (Admin admin = connection.admin()) {
            admin.incrementalAlterConfigs(Map.of(feed, set(Map.of("delete.retention.ms", kept))))
                    .all()
                    .get();
        }
    }

    private static Collection<AlterConfigOp> set(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(each ->
                        new AlterConfigOp(new ConfigEntry(each.getKey(), each.getValue()), AlterConfigOp.OpType.SET))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The feed, what the stages tell one another, and the changelogs. */
    private static List<String> compacted(Connection connection) throws ExecutionException, InterruptedException {
        List<String> own = told(connection.topics());
        try (Admin admin = connection.admin()) {
            return admin.listTopics().names().get().stream()
                    .filter(topic -> own.contains(topic) || topic.endsWith("-changelog"))
                    .toList();
        }
    }

    private static List<String> told(Topics topics) {
        return List.of(
                topics.feed().name(),
                topics.userAccess().name(),
                topics.numberAccess().name(),
                topics.contactAccess().name());
    }

    private static void deleteState(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("state"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Connection connection(EmbeddedPartyline partyline) {
        return new Connection(
                partyline.bootstrapServers(), partyline.registryUri().toString(), "partyline", partyline.topics());
    }
}
