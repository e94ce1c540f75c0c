package dev.partyline.api.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.api.embedded.EmbeddedBroker;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.history.FeedMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The hub on a real broker: what is committed comes, in its order, and nothing else; who is slow or too many goes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamHubTest {
    private static final StreamUser ANA = new StreamUser("acme", "ana");
    private static final StreamUser BEN = new StreamUser("acme", "ben");
    private static final AvroSerdes SERDES =
            new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://streams"));
    private static final StreamSettings SETTINGS =
            StreamSettings.DEFAULT.withHeartbeat(Duration.ofMillis(50)).withMost(2, 3);
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private EmbeddedBroker broker;
    private int topics;

    @BeforeAll
    void open(@TempDir Path directory) {
        broker = EmbeddedBroker.start(directory, 0);
    }

    @AfterAll
    void close() {
        broker.close();
    }

    @Test
    void whatIsCommittedComesInItsOrderAndWhatIsAbortedNever() throws Exception {
        try (Setup setup = new Setup(broker, SETTINGS)) {
            FeedStream stream = setup.open(ANA, Optional.empty());
            setup.feed.commit(List.of(Rows.line(ANA, true), Rows.call(ANA, 1), Rows.call(BEN, 2)));
            setup.feed.abort(List.of(Rows.call(ANA, 3)));
            setup.feed.commit(List.of(Rows.gone(ANA, 1), Rows.call(ANA, 4)));
            assertThat(names(read(stream, "call-4")))
                    .containsExactly("line", "record call-1", "removed call-1", "record call-4");
        }
    }

    @Test
    void whoComesBackMissesNothingAndGetsNothingTwice() throws Exception {
        for (StreamSettings settings : List.of(SETTINGS, SETTINGS.withBytes(1 << 20, 0, 1 << 20))) {
            try (Setup setup = new Setup(broker, settings)) {
                FeedStream first = setup.open(ANA, Optional.empty());
                setup.feed.commit(List.of(Rows.line(ANA, true), Rows.call(ANA, 1)));
                List<SseText> before = read(first, "call-1");
                first.close();
                setup.feed.commit(List.of(Rows.call(ANA, 2), Rows.call(ANA, 3), Rows.gone(ANA, 2), Rows.gone(ANA, 1)));
                FeedStream second = setup.open(ANA, Optional.of(lastPoint(before)));
                setup.feed.commit(List.of(Rows.call(ANA, 4)));
                assertThat(names(read(second, "call-4")))
                        .containsExactly("record call-3", "removed call-2", "removed call-1", "record call-4");
            }
        }
    }

    @Test
    void ofALineThatWasRevokedMeanwhileNothingIsSent() throws Exception {
        try (Setup setup = new Setup(broker, SETTINGS)) {
            setup.feed.commit(List.of(Rows.line(ANA, true)));
            ResumePoint point = setup.page(ANA);
            setup.feed.commit(List.of(Rows.call(ANA, 1), Rows.line(ANA, false), Rows.call(BEN, 9)));
            FeedStream stream = setup.open(ANA, Optional.of(point));
            setup.feed.commit(List.of(Rows.gone(ANA, 1)));
            assertThat(names(read(stream, "removed")))
                    .doesNotContain("record call-1")
                    .contains("line");
            setup.feed.commit(List.of(Rows.line(ANA, true)));
            assertThat(names(read(stream, "reset"))).endsWith("reset");
            assertThat(stream.isOver()).isTrue();
        }
    }

    @Test
    void whoIsDeactivatedIsToldAndMayNotComeBackBeforeTheyAreActiveAndThenStartsOver() throws Exception {
        try (Setup setup = new Setup(broker, SETTINGS)) {
            FeedStream stream = setup.open(ANA, Optional.empty());
            setup.feed.commit(List.of(Rows.line(ANA, true), Rows.call(ANA, 1), Rows.user(ANA, false)));
            List<SseText> events = read(stream, "deactivated");
            assertThat(names(events)).containsExactly("closed");
            assertThat(stream.isOver()).isTrue();
            assertRefused(setup, ANA, Optional.empty(), Refusal.INACTIVE);
            setup.feed.commit(List.of(Rows.user(ANA, true)));
            assertRefused(setup, ANA, Optional.of(lastPoint(events)), Refusal.START_OVER);
        }
    }

    @Test
    void aSlowReaderIsCutOffAndGoesOnFromWhereItWas() throws Exception {
        try (Setup setup = new Setup(broker, SETTINGS.withBytes(5_000, 1 << 20, 1 << 20))) {
            FeedStream slow = setup.open(ANA, Optional.empty());
            setup.feed.commit(List.of(Rows.line(ANA, true), Rows.call(ANA, 0)));
            ResumePoint point = lastPoint(read(slow, "call-0"));
            List<FeedMessage> many = new ArrayList<>();
            for (int i = 1; i <= 200; i++) {
                many.add(Rows.call(ANA, i));
            }
            setup.feed.commit(many);
            await(slow::isOver);
            assertThat(slow.next()).isNull();
            slow.close();
            List<String> rest = names(read(setup.open(ANA, Optional.of(point)), "call-200"));
            assertThat(rest).hasSize(200).startsWith("record call-1").endsWith("record call-200");
        }
    }

    @Test
    void whoHasMissedTooMuchStartsOver() throws Exception {
        for (StreamSettings settings :
                List.of(SETTINGS.withBytes(1 << 20, 0, 2_000), SETTINGS.withBytes(1 << 20, 1 << 20, 2_000))) {
            try (Setup setup = new Setup(broker, settings)) {
                ResumePoint point = setup.page(ANA);
                setup.open(BEN, Optional.empty());
                List<FeedMessage> many = new ArrayList<>();
                for (int i = 1; i <= 100; i++) {
                    many.add(Rows.call(ANA, i));
                }
                setup.feed.commit(many);
                assertRefused(setup, ANA, Optional.of(point), Refusal.START_OVER);
            }
        }
    }

    @Test
    void tooManyStreamsAreRefusedUntilOneCloses() throws Exception {
        try (Setup setup = new Setup(broker, SETTINGS)) {
            FeedStream first = setup.open(ANA, Optional.empty());
            setup.open(ANA, Optional.empty());
            assertRefused(setup, ANA, Optional.empty(), Refusal.TOO_MANY_OF_USER);
            setup.open(BEN, Optional.empty());
            assertRefused(setup, BEN, Optional.empty(), Refusal.TOO_MANY);
            first.close();
            assertThat(setup.open(BEN, Optional.empty()).isOver()).isFalse();
        }
    }

    @Test
    void pointsThatAreNotThisFeedsAreRefused() throws Exception {
        try (Setup setup = new Setup(broker, SETTINGS);
                Setup anew = new Setup(broker, SETTINGS)) {
            setup.feed.commit(List.of(Rows.line(ANA, true)));
            ResumePoint point = setup.page(ANA);
            assertRefused(setup, BEN, Optional.of(point), Refusal.FOREIGN);
            assertRefused(anew, ANA, Optional.of(point), Refusal.START_OVER);
            ResumePoint beyond = new ResumePoint(
                    point.owner(), point.partition(), point.offset() + 100, point.issuedAt(), point.withheld());
            assertRefused(setup, ANA, Optional.of(beyond), Refusal.START_OVER);
        }
    }

    @Test
    void anIdleStreamIsToldHowFarItHasComeAndOneThatIsStoppedGoesOnElsewhere() throws Exception {
        try (Setup setup = new Setup(broker, SETTINGS)) {
            FeedStream stream = setup.open(ANA, Optional.empty());
            setup.feed.commit(List.of(Rows.call(new StreamUser("acme", "cleo"), 1), Rows.user(BEN, true)));
            long end = setup.feed.end(ANA);
            await(() -> {
                String text = stream.next();
                return text != null
                        && ResumePoint.parse(SseText.parse(text).id()).offset() >= end;
            });
            setup.hub.close();
            List<SseText> last = read(stream, "shutdown");
            assertThat(lastPoint(last).offset()).isGreaterThanOrEqualTo(end);
            assertRefused(setup, ANA, Optional.empty(), Refusal.UNAVAILABLE);
        }
    }

    @Test
    void withoutABrokerStreamsEndAndNewOnesAreRefused(@TempDir Path directory) throws Exception {
        EmbeddedBroker dying = EmbeddedBroker.start(directory, 0);
        try (Setup setup = new Setup(dying, SETTINGS)) {
            FeedStream stream = setup.open(ANA, Optional.empty());
            dying.close();
            assertThat(names(read(stream, "unavailable"))).containsExactly("closed");
            assertRefused(setup, ANA, Optional.empty(), Refusal.UNAVAILABLE);
        } finally {
            dying.close();
        }
    }

    private static void assertRefused(Setup setup, StreamUser user, Optional<ResumePoint> point, Refusal refusal) {
        assertThatThrownBy(() -> setup.open(user, point))
                .hasCauseInstanceOf(StreamRefusedException.class)
                .hasRootCauseMessage(refusal.words());
    }

    /** Reads until an event says {@code end}; heartbeats are left out. */
    private static List<SseText> read(FeedStream stream, String end) {
        List<SseText> events = new ArrayList<>();
        await(() -> {
            String text = stream.next();
            while (text != null) {
                SseText event = SseText.parse(text);
                if (!event.name().isEmpty()) {
                    events.add(event);
                }
                if (text.contains(end)) {
                    return true;
                }
                text = stream.next();
            }
            return false;
        });
        return events;
    }

    private static ResumePoint lastPoint(List<SseText> events) {
        return ResumePoint.parse(events.get(events.size() - 1).id());
    }

    private static List<String> names(List<SseText> events) {
        return events.stream()
                .map(event -> event.name()
                        + recordId(event.data()).map(id -> " " + id).orElse(""))
                .toList();
    }

    private static Optional<String> recordId(String data) {
        int at = data.indexOf("call-");
        return at < 0 ? Optional.empty() : Optional.of(data.substring(at, data.indexOf('"', at)));
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("what is waited for comes in time").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /** A feed of its own, and its streams. */
    private final class Setup implements AutoCloseable {
        final WrittenFeed feed;
        final StreamHub hub;
        private final List<FeedStream> opened = new ArrayList<>();

        Setup(EmbeddedBroker on, StreamSettings settings) {
            Topics names = new Topics("t" + topics++ + ".");
            feed = new WrittenFeed(on.bootstrapServers(), names, SERDES, 1);
            hub = StreamHub.start(new StreamConfig(
                    Map.of("bootstrap.servers", on.bootstrapServers()), names, SERDES, feed::head, settings));
        }

        FeedStream open(StreamUser user, Optional<ResumePoint> point) throws Exception {
            FeedStream stream = hub.open(user, point).get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            opened.add(stream);
            return stream;
        }

        ResumePoint page(StreamUser user) {
            return hub.after(feed.page(user).read(), Optional.empty());
        }

        @Override
        public void close() {
            opened.forEach(FeedStream::close);
            hub.close();
            feed.close();
        }
    }
}
