package dev.partyline.topology.visibility;

import static dev.partyline.topology.visibility.Samples.NUMBER;
import static dev.partyline.topology.visibility.Samples.NUMBER_KEY;
import static dev.partyline.topology.visibility.Samples.WS;
import static dev.partyline.topology.visibility.Samples.access;
import static dev.partyline.topology.visibility.Samples.answered;
import static dev.partyline.topology.visibility.Samples.missed;
import static dev.partyline.topology.visibility.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.PartitionGroup;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.PartylineTopology;
import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.Wiring;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stage keyed by number, through the real topology; a slice of a walk visits one record. */
class VisibilityTopologyTest {
    private static final Topics TOPICS = new Topics("t.");
    private static final WalkSettings ONE_AT_A_TIME = new WalkSettings(Duration.ofMillis(10), Duration.ZERO, 1);
    private static final NumberUser ANA = user("ana", 100);
    private static final NumberUser ANA_GONE = user("ana", 100, 900);
    private static final NumberUser BEN = user("ben", 100);

    @TempDir
    Path stateDirectory;

    private final EngineCounters counters = new EngineCounters();
    private final AvroSerdes serdes =
            new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://visibility"));
    private final Map<String, FeedEntry> feed = new TreeMap<>();
    private TopologyTestDriver driver;
    private TestInputTopic<String, TelephonyRecord> records;
    private TestInputTopic<String, NumberAccess> accesses;
    private TestOutputTopic<String, FeedEntry> rows;

    @BeforeEach
    void start() {
        Wiring wiring = new Wiring(TOPICS, serdes, Map.of(PartitionGroup.NUMBER, 1), counters);
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        driver = new TopologyTestDriver(new PartylineTopology(wiring).visibility(ONE_AT_A_TIME), properties);
        records = driver.createInputTopic(
                TOPICS.records().name(), new StringSerializer(), wiring.serializer(TOPICS.records()));
        accesses = driver.createInputTopic(
                TOPICS.numberAccess().name(), new StringSerializer(), wiring.serializer(TOPICS.numberAccess()));
        rows = driver.createOutputTopic(
                TOPICS.feed().name(), new StringDeserializer(), wiring.deserializer(TOPICS.feed()));
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aRecordReachesThoseWhoSeeItAndNoHeaderSaysAnythingOfALiveRow() {
        now(access(1, ANA, BEN));
        walkToTheEnd();
        told();
        publish(missed("c1", 500));

        assertThat(told()).containsExactly("ana rec c1 [ASSIGNEE] null", "ben rec c1 [ASSIGNEE] null");
    }

    @Test
    void thePastIsBroughtInNewestFirst() {
        publish(missed("old", 400));
        publish(missed("new", 500));
        now(access(1, ANA));
        walkToTheEnd();

        assertThat(told())
                .containsExactly(
                        "ana line SYNCING 0/2 backfill",
                        "ana rec new [ASSIGNEE] backfill",
                        "ana rec old [ASSIGNEE] backfill",
                        "ana line LIVE 0/0 backfill");
    }

    @Test
    void thePastIsWithdrawnAndOnlyThenTheLineGoes() {
        now(access(1, ANA, BEN));
        publish(answered("own", 400, "ana"));
        publish(missed("c1", 500));
        walkToTheEnd();
        told();
        now(access(2, ANA_GONE, BEN));
        walkToTheEnd();

        assertThat(told())
                .containsExactly(
                        "ana line REVOKING 0/2 withdraw",
                        "ana rec c1 gone withdraw",
                        "ana rec own [PARTICIPANT] withdraw",
                        "ana line gone withdraw");
    }

    @Test
    void aLiveEventDuringAWalkIsDecidedUnderTheNewAccessAndWithdrawsWhatItEnds() {
        now(access(1, ANA, BEN));
        publish(missed("c1", 500));
        publish(missed("c2", 600));
        walkToTheEnd();
        told();
        now(access(2, ANA_GONE, BEN));
        publish(TelephonyRecord.newBuilder(missed("c1", 500)).setRevision(2).build());
        publish(missed("c3", 700));

        assertThat(told())
                .containsExactly(
                        "ana line REVOKING 0/2 withdraw",
                        "ana rec c1 gone null",
                        "ben rec c1 [ASSIGNEE] null",
                        "ben rec c3 [ASSIGNEE] null");
        walkToTheEnd();
        assertThat(told()).containsExactly("ana rec c2 gone withdraw", "ana line gone withdraw");
    }

    @Test
    void thereAndBackDuringAWalkEndsWhereItBegan() {
        now(access(1, ANA));
        publish(missed("c1", 500));
        publish(missed("c2", 600));
        publish(missed("c3", 700));
        walkToTheEnd();
        now(access(2, ANA_GONE));
        slice();
        slice();
        now(access(3, user("ana", 100, 900, 901)));
        slice();
        now(access(4, user("ana", 100, 900, 901, 902)));
        slice();
        now(access(5, user("ana", 100, 900, 901, 902, 903)));
        walkToTheEnd();
        told();

        assertThat(feed.keySet())
                .containsExactlyInAnyOrder(
                        line("ana"), rec("ana", "c1", 500), rec("ana", "c2", 600), rec("ana", "c3", 700));
        assertThat(counters.walksUnderWay()).isZero();
    }

    @Test
    void aChangeDatedBackIsJudgedAgain() {
        now(access(1, ANA, user("ben", 600)));
        publish(answered("c1", 500, "ben"));
        walkToTheEnd();
        told();
        now(access(2, ANA, user("ben", 400, 600, 600)));
        walkToTheEnd();

        assertThat(told())
                .containsExactly("ana rec c1 [ASSIGNEE] backfill", "ben rec c1 [ASSIGNEE, PARTICIPANT] backfill");
    }

    @Test
    void whatIsErasedIsGoneForGood() {
        now(access(1, ANA));
        publish(missed("c1", 500));
        publish(Samples.erased("c1", 500));
        publish(TelephonyRecord.newBuilder(missed("c1", 500)).setRevision(9).build());
        publish(Samples.erased("c2", 600));
        publish(missed("c2", 600));
        walkToTheEnd();

        assertThat(told())
                .containsExactly(
                        "ana line SYNCING 0/0 backfill",
                        "ana rec c1 [ASSIGNEE] null",
                        "ana rec c1 gone erase",
                        "ana line LIVE 0/0 backfill");
    }

    @Test
    void repeatedAndLateRevisionsTellNothing() {
        now(access(1, ANA));
        walkToTheEnd();
        publish(TelephonyRecord.newBuilder(missed("c1", 500)).setRevision(2).build());
        told();
        publish(TelephonyRecord.newBuilder(missed("c1", 500)).setRevision(2).build());
        publish(missed("c1", 500));

        assertThat(told()).isEmpty();
    }

    @Test
    void anotherWorkspaceOnTheSameNumberSeesNothing() {
        now(access(1, ANA));
        walkToTheEnd();
        told();
        publish(TelephonyRecord.newBuilder(missed("c1", 500))
                .setWorkspaceId("other")
                .build());

        assertThat(told()).isEmpty();
    }

    @Test
    void aRecordThatTurnsFromSharedToHiddenIsWithdrawn() {
        now(access(1, ANA));
        publish(Samples.call("c1", 500, Direction.INBOUND, CallStatus.RINGING));
        publish(TelephonyRecord.newBuilder(answered("c1", 500, "cleo"))
                .setRevision(2)
                .build());
        walkToTheEnd();

        assertThat(told())
                .contains("ana rec c1 [ASSIGNEE] null", "ana rec c1 gone null", "cleo rec c1 [PARTICIPANT] null");
    }

    private void now(NumberAccess access) {
        Header change = new RecordHeader("change", "change".getBytes(StandardCharsets.UTF_8));
        accesses.pipeInput(new TestRecord<>(NUMBER_KEY, access, new RecordHeaders(List.of(change)), 1_000L));
    }

    private void publish(TelephonyRecord record) {
        records.pipeInput(NUMBER, record, 1_000L);
    }

    private void slice() {
        driver.advanceWallClockTime(ONE_AT_A_TIME.interval());
    }

    private void walkToTheEnd() {
        while (counters.walksUnderWay() > 0) {
            slice();
        }
    }

    /** The rows since the last call, in words, folded into {@link #feed}. */
    private List<String> told() {
        List<String> told = new ArrayList<>();
        for (TestRecord<String, FeedEntry> row : rows.readRecordsToList()) {
            if (row.value() == null) {
                feed.remove(row.key());
            } else {
                feed.put(row.key(), row.value());
            }
            Header cause = row.headers().lastHeader("cause");
            told.add(words(row) + " " + (cause == null ? null : new String(cause.value(), StandardCharsets.UTF_8)));
        }
        return told;
    }

    private static String words(TestRecord<String, FeedEntry> row) {
        String[] key = row.key().split("\\|", -1);
        String subject = key[1] + " " + key[2] + (key[2].equals("rec") ? " " + key[4] : "");
        FeedEntry entry = row.value();
        if (entry == null) {
            return subject + " gone";
        }
        return entry.getKind() == FeedEntryKind.RECORD
                ? subject + " " + entry.getReasons()
                : subject + " " + entry.getLine().getState() + " "
                        + entry.getLine().getDone() + "/" + entry.getLine().getTotal();
    }

    private static String line(String userId) {
        return Keys.ofFeedLine(WS, userId, NUMBER);
    }

    private static String rec(String userId, String recordId, long at) {
        return Keys.ofFeedRecord(WS, userId, Keys.position(at, recordId), NUMBER);
    }
}
