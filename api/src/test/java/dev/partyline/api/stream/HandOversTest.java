package dev.partyline.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.api.client.FeedFold;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.history.FeedMessage;
import dev.partyline.topology.history.History;
import dev.partyline.topology.history.RecordedFeeds;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Inbox apps that read a page, stream on, are cut off, come back and start over as chance has it, over what the engine
 * itself writes for invented histories whose walks are cut into slices of one to three records. {@code -Dseed=N} replays
 * one history, {@code -Dseeds=N} plays more of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandOversTest {
    private static final int SEEDS = 10;
    private static final int CHURNS = 50;
    private static final int STEPS = 300;

    private final ObjectMapper mapper = new ObjectMapper();
    private RecordedFeeds feeds;
    private long handOvers;
    private long startedOver;
    private long revocations;

    @BeforeAll
    void open(@TempDir Path stateDirectory) {
        feeds = new RecordedFeeds(stateDirectory);
    }

    @AfterAll
    void close() {
        feeds.close();
    }

    @Test
    void whereverItIsCutAnAppComesToExactlyWhatItsUserSeesAndIsNeverSentWhatIsHidden() {
        seeds(SEEDS).forEach(this::play);
        report();
    }

    @Test
    void soItIsWhereLinesChangeBeforeTheWalkOfTheChangeBeforeIsDone() {
        seeds(CHURNS).forEach(seed -> {
            ChurningLines lines = new ChurningLines(History.random(seed, 7));
            new Run(lines.write(STEPS), ChurningLines.USER, seed).play();
            revocations += lines.revocations();
        });
        report();
    }

    private void report() {
        System.out.println("hand-overs: " + handOvers + ", of which started over: " + startedOver
                + ", revocations watched: " + revocations);
    }

    private static LongStream seeds(int usually) {
        String seed = System.getProperty("seed", "");
        String seeds = System.getProperty("seeds", "");
        return seed.isEmpty()
                ? new Random().longs(seeds.isEmpty() ? usually : Long.parseLong(seeds), 1, Integer.MAX_VALUE)
                : LongStream.of(Long.parseLong(seed));
    }

    private void play(long seed) {
        List<FeedMessage> log = feeds.of(seed);
        Set<String> users = log.stream()
                .map(row -> row.key().split("\\|", -1))
                .map(key -> key[0] + "|" + key[1])
                .collect(Collectors.toCollection(TreeSet::new));
        for (String user : users) {
            int separator = user.indexOf('|');
            StreamUser streamUser = new StreamUser(user.substring(0, separator), user.substring(separator + 1));
            new Run(log, streamUser, seed).play();
        }
    }

    /** One user's app over one history. */
    private final class Run {
        private final String name;
        private final StreamUser user;
        private final Random random;
        private final SimulatedTail tail;
        private final Follower follower;

        Run(List<FeedMessage> log, StreamUser user, long seed) {
            this.name = "-Dseed=" + seed + ", " + user;
            this.user = user;
            this.random = History.random(seed, user.hashCode());
            this.tail = new SimulatedTail(log, random);
            this.follower = new Follower(user, tail, random, this::checkShown);
        }

        void play() {
            while (!tail.atEnd()) {
                step();
            }
            for (int i = 0; i < 5; i++) { // A refusal, a page, an opening, its joining, its events.
                follower.connect();
                tail.read();
                tail.heartbeat();
                take(Integer.MAX_VALUE);
            }
            handOvers += follower.handOvers();
            startedOver += follower.startedOver();
        }

        private void step() {
            switch (random.nextInt(8)) {
                case 0, 1 -> tail.commit();
                case 2, 3 -> tail.read();
                case 4 -> follower.connect();
                case 5 -> take(random.nextInt(4));
                case 6 -> take(Integer.MAX_VALUE);
                default -> mishap();
            }
        }

        private void mishap() {
            switch (random.nextInt(4)) {
                case 0 -> follower.cut();
                case 1 -> tail.heartbeat();
                case 2 -> tail.shutDown();
                default -> follower.forget();
            }
        }

        private void take(int most) {
            if (follower.take(most)) {
                assertThat(follower.app().shown())
                        .as("%s at %d", name, tail.position())
                        .isEqualTo(ids(fold()));
            }
        }

        /** Whatever is sent shows by the lines as the tail knows them, whenever its row was written. */
        private void checkShown(SseText event) {
            if (event.name().equals("record")) {
                JsonNode entry = read(event.data());
                assertThat(entry.path("reasons").toString().equals("[\"ASSIGNEE\"]") && !lineShows(entry))
                        .as("%s at %d is sent what is hidden: %s", name, tail.position(), event.data())
                        .isFalse();
            }
        }

        private boolean lineShows(JsonNode entry) {
            return fold().lines(user.workspaceId(), user.userId()).stream()
                    .filter(line -> line.getNumber()
                            .equals(entry.path("record").path("number").asText()))
                    .anyMatch(line -> line.getAssigned()
                            && (line.getVisibleFrom() == null
                                    || line.getVisibleFrom()
                                            <= entry.path("record")
                                                    .path("startedAt")
                                                    .asLong()));
        }

        private FeedFold fold() {
            return tail.foldAt(tail.position());
        }

        private Set<String> ids(FeedFold fold) {
            return fold.visible(user.workspaceId(), user.userId()).stream()
                    .map(FeedEntry::getRecord)
                    .map(HandOversTest::key)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    static String key(TelephonyRecord record) {
        return record.getNumber() + " " + record.getStartedAt().toEpochMilli() + " " + record.getRecordId();
    }
}
