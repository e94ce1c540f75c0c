package dev.partyline.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.api.embedded.EmbeddedBroker;
import dev.partyline.api.http.json.AvroJsonWriter;
import dev.partyline.api.http.json.FeedJson;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.history.FeedMessage;
import dev.partyline.topology.history.RecordedFeeds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hand-overs from pages to streams, and from stream to stream, on a real broker while the feed is written: by what the
 * engine writes for invented histories, in transactions of which some are aborted. {@code -Dhandovers=N}: about how many.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaHandOversTest {
    private static final int HAND_OVERS = 150;
    private static final int PARTITIONS = 3;
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final StreamUser NOBODY = new StreamUser("nowhere", "nobody");
    private static final AvroSerdes SERDES =
            new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://hand-overs"));
    private static final StreamSettings SETTINGS = StreamSettings.DEFAULT
            .withHeartbeat(Duration.ofMillis(20))
            .withMost(10, 1_000)
            .withBytes(1 << 20, 20_000, 16 << 20);

    private final long seed = Long.getLong("seed", new Random().nextInt(Integer.MAX_VALUE));
    private final Random random = new Random(seed);
    private EmbeddedBroker broker;
    private RecordedFeeds feeds;
    private WrittenFeed feed;
    private StreamHub hub;

    @BeforeAll
    void open(@TempDir Path directory) {
        Topics topics = new Topics("h.");
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        feeds = new RecordedFeeds(directory.resolve("stages"));
        feed = new WrittenFeed(broker.bootstrapServers(), topics, SERDES, PARTITIONS);
        hub = StreamHub.start(new StreamConfig(
                Map.of("bootstrap.servers", broker.bootstrapServers()), topics, SERDES, feed::head, SETTINGS));
    }

    @AfterAll
    void close() {
        hub.close();
        feed.close();
        feeds.close();
        broker.close();
    }

    @Test
    void eachEndsInExactlyWhatItsUserSees() {
        String property = System.getProperty("handovers", "");
        long enough = property.isEmpty() ? HAND_OVERS : Long.parseLong(property);
        long handOvers = 0;
        long startedOver = 0;
        while (handOvers < enough) {
            for (Follower follower : round(feeds.of(1 + random.nextInt(Integer.MAX_VALUE - 1)))) {
                handOvers += follower.handOvers();
                startedOver += follower.startedOver();
                follower.cut();
            }
        }
        System.out.println("hand-overs on Kafka, -Dseed=" + seed + ": " + handOvers + ", started over: " + startedOver);
    }

    /** Writes one history, while the apps of its users come and go; then each must have come to the same as the topic. */
    private List<Follower> round(List<FeedMessage> log) {
        Map<StreamUser, Follower> followers = log.stream()
                .map(row -> row.key().split("\\|", -1))
                .map(key -> new StreamUser(key[0], key[1]))
                .distinct()
                .collect(Collectors.toMap(user -> user, this::follower));
        List<Follower> all = List.copyOf(followers.values());
        int written = 0;
        while (written < log.size()) {
            int to = Math.min(log.size(), written + 1 + random.nextInt(30));
            write(log.subList(written, to));
            written = to;
            for (int i = 0; i < 2 * all.size(); i++) {
                step(all.get(random.nextInt(all.size())));
            }
        }
        followers.forEach(this::checkEnd);
        return all;
    }

    private void write(List<FeedMessage> rows) {
        if (random.nextInt(4) == 0) {
            feed.abort(List.of(Rows.call(NOBODY, 1)));
            feed.abort(
                    rows.stream().map(row -> new FeedMessage(row.key(), null)).toList());
        }
        feed.commit(rows);
    }

    private void step(Follower follower) {
        switch (random.nextInt(6)) {
            case 0, 1 -> follower.connect();
            case 2 -> follower.take(random.nextInt(4));
            case 3, 4 -> follower.take(Integer.MAX_VALUE);
            default -> follower.cut();
        }
    }

    private void checkEnd(StreamUser user, Follower follower) {
        boolean active = feed.head(user).active();
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (active && !(follower.take(Integer.MAX_VALUE) && follower.hasReached(feed.end(user)))) {
            assertThat(System.nanoTime())
                    .as("%s comes to the end, -Dseed=%d", user, seed)
                    .isLessThan(deadline);
            follower.connect();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        if (active) {
            assertThat(follower.app().shown()).as("%s, -Dseed=%d", user, seed).isEqualTo(shown(user));
        }
    }

    private Set<String> shown(StreamUser user) {
        return feed.page(user).records().stream()
                .map(entry -> HandOversTest.key(entry.getRecord()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Follower follower(StreamUser user) {
        Follower.Source source = new Follower.Source() {
            @Override
            public Follower.Page page(StreamUser of, String after, int limit) {
                WrittenFeed.Page page = feed.page(of);
                List<JsonNode> lines = List.copyOf(
                        page.read().lines().stream().map(AvroJsonWriter::record).toList());
                List<JsonNode> records =
                        List.copyOf(page.records().stream().map(FeedJson::entry).toList());
                return new Follower.Page(records, lines, hub.after(page.read(), Optional.empty()), "");
            }

            @Override
            public CompletableFuture<FeedStream> open(StreamUser of, ResumePoint point) {
                return hub.open(of, Optional.of(point));
            }
        };
        return new Follower(user, source, random, event -> {});
    }
}
