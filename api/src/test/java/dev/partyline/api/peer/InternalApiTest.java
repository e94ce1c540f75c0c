package dev.partyline.api.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.api.http.ApiServer;
import dev.partyline.api.http.ApiServices;
import dev.partyline.api.http.JsonClient;
import dev.partyline.api.http.Limits;
import dev.partyline.api.http.PartylineConfiguration;
import dev.partyline.api.http.ServiceHealth;
import dev.partyline.api.http.SilentEngine;
import dev.partyline.api.http.auth.TokenMint;
import dev.partyline.api.intake.Intake;
import dev.partyline.api.stream.FakeStreams;
import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import dev.partyline.schema.Reason;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.FeedDigest;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.query.FeedCursor;
import dev.partyline.topology.query.FeedPage;
import dev.partyline.topology.query.FeedPlace;
import dev.partyline.topology.query.FeedQuery;
import dev.partyline.topology.query.FeedState;
import dev.partyline.topology.query.Instance;
import dev.partyline.topology.query.InstanceStatus;
import dev.partyline.topology.query.NotReadyException;
import dev.partyline.topology.query.Queries;
import dev.partyline.topology.query.ReadScope;
import dev.partyline.topology.query.RowRange;
import dev.partyline.topology.query.Rows;
import dev.partyline.topology.query.StorePart;
import dev.partyline.topology.query.Walks;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What one instance asks of another arrives whole and comes back whole, and nobody else gets anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InternalApiTest {
    private static final StorePart PART = new StorePart("records", 3, true);
    private static final TokenMint MINT = new TokenMint("a secret that is known to tests alone");
    private static final PeerSecret SECRET = PeerSecret.random();
    private static final FeedMessages MESSAGES = new FeedMessages(
            new Topics("t.").feed(),
            new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://internal")));

    private final FakeInstance fake = new FakeInstance();
    private final JsonClient client = JsonClient.ofNobody();
    private final ApiServer server = start();

    @BeforeEach
    void reset() {
        fake.asked = "";
        fake.holds = true;
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyQuestionArrivesWholeAndItsAnswerToo() {
        Instance other = HttpPeers.plain(SECRET, MESSAGES).at(server.uri().getAuthority());
        Rows row = other.get(PART, "acme|777|ü");
        assertThat(fake.asked).isEqualTo(PART + " acme|777|ü");
        assertThat(row.rows()).singleElement().satisfies(each -> {
            assertThat(each.key).isEqualTo("k\u0000");
            assertThat(each.value).containsExactly(0, -1, 127);
        });
        assertThat(row.lag()).isEqualTo(7);
        assertThat(row.more()).isTrue();

        RowRange range = new RowRange("acme|777|", "acme|777|:", 64);
        assertThat(other.range(PART, range).rows()).isEmpty();
        assertThat(fake.asked).isEqualTo(PART + " " + range);

        FeedQuery query = new FeedQuery(
                5,
                Optional.of(new FeedCursor("0000000000000000001|r1|777")),
                Optional.of("777"),
                Optional.of(RecordKind.CALL));
        assertThat(other.feed("acme", "ana", query)).isEqualTo(FakeInstance.PAGE);
        assertThat(fake.asked).isEqualTo("acme ana " + query);
        assertThat(other.feedState("acme", "ana")).isEqualTo(FakeInstance.STATE);
        assertThat(fake.asked).isEqualTo("acme ana");

        assertThat(other.walks()).isEqualTo(FakeInstance.WALKS);
        assertThat(other.status()).isEqualTo(FakeInstance.STATUS);
    }

    @Test
    void whatItDoesNotHoldIsNotReady() {
        fake.holds = false;
        Instance other = HttpPeers.plain(SECRET, MESSAGES).at(server.uri().getAuthority());
        assertThatThrownBy(() -> other.get(PART, "k")).isInstanceOf(NotReadyException.class);
    }

    @Test
    void whoDoesNotKnowTheSecretGetsNothingWhateverTheyAsk() {
        for (String path : List.of("/internal", "/internal/", "/internal/get", "/internal/status", "/internal/no")) {
            client.get(at(path)).isProblem(401);
            client.send(signed(PeerSecret.random(), "GET", path, Instant.now())).isProblem(401);
            client.send(signed(SECRET, "GET", path, Instant.now().minusSeconds(60)))
                    .isProblem(401);
        }
        client.get(at("/%69nternal/status")).isProblem(401);
        client.send(signed(SECRET, "GET", "/internal/status", Instant.now()).setHeader(PeerPaths.TIME, "yesterday"))
                .isProblem(401);
        client.send(HttpRequest.newBuilder(at("/internal/status")).header(PeerPaths.SIGNATURE, "x"))
                .isProblem(401);
        assertThat(fake.asked).isEmpty();
    }

    @Test
    void whatIsNoQuestionIsRefused() {
        for (String body : List.of("", "{}", "null", "[", "{\"part\":{\"store\":\"records\"}}")) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            Instant now = Instant.now();
            PeerSecret.Question question = new PeerSecret.Question("POST", "/internal/range", bytes, now);
            client.send(HttpRequest.newBuilder(at("/internal/range"))
                            .header("Content-Type", "application/json")
                            .header(PeerPaths.TIME, String.valueOf(now.toEpochMilli()))
                            .header(PeerPaths.SIGNATURE, SECRET.sign(question))
                            .POST(BodyPublishers.ofByteArray(bytes)))
                    .isProblem(400);
        }
    }

    private HttpRequest.Builder signed(PeerSecret by, String method, String path, Instant time) {
        String signature = by.sign(new PeerSecret.Question(method, path, new byte[0], time));
        return HttpRequest.newBuilder(at(path))
                .header(PeerPaths.TIME, String.valueOf(time.toEpochMilli()))
                .header(PeerPaths.SIGNATURE, signature);
    }

    private URI at(String path) {
        return URI.create(server.uri() + path);
    }

    private ApiServer start() {
        PeerSide side = new PeerSide(SECRET, MESSAGES, fake, new ReadScope());
        ServiceHealth health = new ServiceHealth(true, "RUNNING", 0, 0, 0, 0);
        return ApiServer.start(
                PartylineConfiguration.onLoopback(0, 0, Optional.empty(), Limits.DEFAULT, MINT.config()),
                new ApiServices(
                        nobody(Queries.class),
                        nobody(Intake.class),
                        new FakeStreams(),
                        () -> health,
                        SilentEngine.INTROSPECTION,
                        Optional.of(side)));
    }

    /** One that must not be asked. */
    private static <T> T nobody(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            throw new AssertionError(method + " was called");
        }));
    }

    /** Remembers what it was asked, and answers the same each time. */
    private static final class FakeInstance implements Instance {
        static final Walks WALKS = new Walks(
                List.of(new Walks.OfNumber(
                        "acme", "777", null, 1, 2, List.of(new Walks.OfLine("ana", "SYNCING", 3, 4)))),
                List.of(new Walks.OfContact("acme", "777", "k1", "ch1", 5)),
                List.of());
        static final InstanceStatus STATUS = new InstanceStatus(
                "here:1",
                "RUNNING",
                List.of(new InstanceStatus.Part("t.feed", 1, 2)),
                List.of(new InstanceStatus.Part("t.feed", 2, -1)),
                List.of(new InstanceStatus.Part("records", 1, 0)));
        static final FeedPage PAGE = new FeedPage(
                List.of(FeedEntry.newBuilder()
                        .setKind(FeedEntryKind.RECORD)
                        .setReasons(List.of(Reason.ASSIGNEE))
                        .setRecord(TelephonyRecord.newBuilder()
                                .setRecordId("r1")
                                .setWorkspaceId("acme")
                                .setNumber("777")
                                .setDirection(Direction.INBOUND)
                                .setStartedAt(Instant.ofEpochMilli(1))
                                .setRevision(1)
                                .setKind(RecordKind.CALL)
                                .setCall(new Call(CallStatus.MISSED, List.of(), null, null))
                                .build())
                        .build()),
                Optional.of(new FeedCursor("0000000000000000002|r2|777")),
                List.of(LineState.newBuilder()
                        .setNumber("777")
                        .setState(LineStatus.LIVE)
                        .setAssigned(true)
                        .setCalling(true)
                        .setTexting(true)
                        .setCallerId(false)
                        .setRouted(false)
                        .setDone(0)
                        .setTotal(0)
                        .setVersion(1)
                        .build()),
                new FeedPlace(2, 99));

        static final FeedState STATE = new FeedState(new FeedDigest(3, Long.MIN_VALUE), new FeedPlace(2, 98));

        volatile String asked = "";
        volatile boolean holds = true;

        @Override
        public Rows get(StorePart part, String key) {
            if (!holds) {
                throw new NotReadyException("not here");
            }
            asked = part + " " + key;
            return new Rows(List.of(KeyValue.pair("k\u0000", new byte[] {0, -1, 127})), true, 7);
        }

        @Override
        public Rows range(StorePart part, RowRange range) {
            asked = part + " " + range;
            return new Rows(List.of(), false, 0);
        }

        @Override
        public FeedState feedState(String workspaceId, String userId) {
            asked = workspaceId + " " + userId;
            return STATE;
        }

        @Override
        public FeedPage feed(String workspaceId, String userId, FeedQuery query) {
            asked = workspaceId + " " + userId + " " + query;
            return PAGE;
        }

        @Override
        public Walks walks() {
            return WALKS;
        }

        @Override
        public InstanceStatus status() {
            return STATUS;
        }
    }
}
