package dev.partyline.api.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.api.client.Connection;
import dev.partyline.api.client.Upstream;
import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.terminal.Screen;
import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.Role;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserState;
import dev.partyline.schema.UserUnassigned;
import dev.partyline.schemas.Keys;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The stores of a running installation against its topic, while calls and changes go on coming in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationTest {
    private static final String WS = "acme";
    private static final int USERS = 5;
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private EmbeddedPartyline partyline;
    private Thread traffic;
    private volatile int published;
    private volatile boolean over;

    @BeforeAll
    void start(@TempDir Path directory) throws InterruptedException {
        partyline = EmbeddedPartyline.start(EmbeddedConfig.in(directory));
        assertThat(partyline.awaitReady(DEADLINE)).isTrue();
        Connection connection = connection();
        traffic = new Thread(() -> publish(connection), "traffic");
        traffic.start();
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (published < 100) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @AfterAll
    void stop() throws InterruptedException {
        over = true;
        traffic.join();
        partyline.close();
    }

    @Test
    void aWorkingInstallationHoldsWhatItsTopicSays() throws InterruptedException {
        Verification.Result result = verify(served());
        assertThat(result.differences()).isEmpty();
        assertThat(result.unsettled()).isEmpty();
        assertThat(result.users()).isEqualTo(USERS);
        assertThat(result.rows()).isPositive();
    }

    @Test
    void aRowTooManyOrTooFewIsFoundAndNamed() throws InterruptedException {
        ServedDigests served = served();
        Verification.Result result = verify((workspace, user) -> {
            Digests.Served right = served.of(workspace, user);
            return switch (user) {
                case "user1" -> new Digests.Served(right.digest().plus(1), right.partition(), right.offset());
                case "user2" -> new Digests.Served(right.digest().plus(1).minus(2), right.partition(), right.offset());
                default -> right;
            };
        });
        assertThat(result.differences())
                .extracting(Verification.Difference::userId)
                .containsExactly("user1", "user2");
        assertThat(result.differences().get(0).toString()).contains("user1", "the topic has", "before offset");
    }

    @Test
    void itHoldsWhatTheModelMakesOfItsEventsToo() throws InterruptedException {
        assertThat(byModel(WS)).satisfies(result -> {
            assertThat(result.differences()).isEmpty();
            assertThat(result.inOrder()).isTrue();
            assertThat(result.rows()).isGreaterThan(USERS);
        });
    }

    @Test
    void aRowThatNoEventCallsForIsFoundAndNamed() throws InterruptedException, ExecutionException {
        String row = Keys.ofFeedUser("haunted", "ghost");
        FeedEntry entry = FeedEntry.newBuilder()
                .setKind(FeedEntryKind.USER)
                .setReasons(List.of())
                .setUser(new UserState(true, Role.MEMBER, 1L))
                .build();
        String topic = partyline.topics().feed().name();
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(connection().kafka(), new StringSerializer(), new ByteArraySerializer())) {
            byte[] value = partyline.serdes().of(FeedEntry.class).serializer().serialize(topic, entry);
            producer.send(new ProducerRecord<>(topic, row, value)).get();
        }
        assertThat(byModel("haunted").differences())
                .extracting(RowDifferences.Difference::toString)
                .containsExactly(row + ": must be absent, is active MEMBER");
    }

    @Test
    void aTokenThatWillNotDoIsNamed() {
        ServedDigests foreign = new ServedDigests(
                partyline.apiUri(), partyline.tokens().mint("other", "me", Set.of(Scope.OPS), Duration.ofHours(1)));
        assertThatThrownBy(() -> verify(foreign))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("--token");
    }

    private ModelVerification.Result byModel(String workspaceId) throws InterruptedException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        try (ModelVerification model = new ModelVerification(connection(), workspaceId, Duration.ofSeconds(5))) {
            return model.run(new Screen(nowhere, nowhere, false));
        }
    }

    private Connection connection() {
        return new Connection(
                partyline.bootstrapServers(), partyline.registryUri().toString(), "partyline", partyline.topics());
    }

    private Verification.Result verify(Digests digests) throws InterruptedException {
        Map<String, Object> kafka = Map.of("bootstrap.servers", partyline.bootstrapServers());
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        try (FeedCopy copy = new FeedCopy(kafka, partyline.topics(), WS)) {
            return new Verification(WS, copy, digests).run(new Screen(nowhere, nowhere, false));
        }
    }

    private ServedDigests served() {
        return new ServedDigests(
                partyline.apiUri(), partyline.tokens().mint(WS, "me", Set.of(Scope.OPS), Duration.ofHours(1)));
    }

    /** Calls on two numbers, some thirty a second, and a change of their assignees with every twentieth. */
    private void publish(Connection connection) {
        try (Upstream upstream = new Upstream(connection)) {
            for (int i = 0; !over; i++) {
                String user = "user" + i / 20 % USERS;
                String number = "+1212555010" + i % 2;
                if (i < 2 * USERS) {
                    upstream.publish(change(i, new UserAssigned(number, "user" + i % USERS, null, null)));
                } else if (i % 20 == 0) {
                    boolean away = i / 20 / USERS % 2 == 0;
                    upstream.publish(change(
                            i, away ? new UserUnassigned(number, user) : new UserAssigned(number, user, null, null)));
                }
                upstream.publish(call("r" + i, number));
                upstream.flush();
                published = i;
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        }
    }

    private static DirectoryChange change(int i, Object change) {
        return new DirectoryChange("c" + i, WS, null, null, change);
    }

    private static TelephonyRecord call(String recordId, String number) {
        return TelephonyRecord.newBuilder()
                .setRecordId(recordId)
                .setWorkspaceId(WS)
                .setNumber(number)
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.ofEpochMilli(1_000))
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(new Call(CallStatus.MISSED, List.of(), null, null))
                .build();
    }
}
