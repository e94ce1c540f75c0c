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
import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.Direction;
import dev.partyline.schema.Encounter;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.Policy;
import dev.partyline.schema.Reason;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stage keyed by number, through the real topology; a slice of a walk visits one record. */
class VisibilityTopologyTest {
    private static final Topics TOPICS = new Topics("t.");
    private static final WalkSettings ONE_AT_A_TIME = new WalkSettings(Duration.ofMillis(10), Duration.ZERO, 1, 1, 1);
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
    private TestInputTopic<String, ContactAccess> contacts;
    private TestOutputTopic<String, Encounter> encounters;
    private TestOutputTopic<String, FeedEntry> rows;

    @BeforeEach
    void start() {
        start(ONE_AT_A_TIME);
    }

    private void start(WalkSettings walks) {
        Wiring wiring = new Wiring(TOPICS, serdes, Map.of(PartitionGroup.NUMBER, 1, PartitionGroup.USER, 1), counters);
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        driver = new TopologyTestDriver(new PartylineTopology(wiring).visibility(walks), properties);
        records = driver.createInputTopic(
                TOPICS.records().name(), new StringSerializer(), wiring.serializer(TOPICS.records()));
        accesses = driver.createInputTopic(
                TOPICS.numberAccess().name(), new StringSerializer(), wiring.serializer(TOPICS.numberAccess()));
        contacts = driver.createInputTopic(
                TOPICS.contactAccess().name(), new StringSerializer(), wiring.serializer(TOPICS.contactAccess()));
        encounters = driver.createOutputTopic(
                TOPICS.encounters().name(), new StringDeserializer(), wiring.deserializer(TOPICS.encounters()));
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
    void aSliceEndsByTheRowsThatItWrites() {
        stop();
        start(new WalkSettings(ONE_AT_A_TIME.interval(), Duration.ofHours(1), 6, 2, 1));
        for (int call = 0; call < 10; call++) {
            publish(missed("c" + call, 400 + call));
        }
        now(access(1, ANA, BEN));
        told();
        slice();

        assertThat(told()).as("two chunks of two records, two rows for each").hasSize(8);
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
        now(access(1, ANA, user("cleo")));
        publish(TelephonyRecord.newBuilder(answered("c1", 500, "cleo"))
                .setRevision(2)
                .build());
        walkToTheEnd();

        assertThat(told())
                .contains("ana rec c1 [ASSIGNEE] null", "ana rec c1 gone null", "cleo rec c1 [PARTICIPANT] null");
    }

    @Test
    void whoIsUnknownWaitsForTheDirectorysAnswer() {
        now(access(1, ANA));
        walkToTheEnd();
        publish(answered("c1", 500, "eve"));
        publish(answered("c2", 600, "eve", "dan"));
        walkToTheEnd();

        assertThat(told()).doesNotContain("eve");
        assertThat(encountered()).containsExactly("PERSON eve", "PERSON dan");
        now(access(1, ANA, user("eve")));
        walkToTheEnd();
        assertThat(told()).containsExactly("eve rec c2 [PARTICIPANT] backfill", "eve rec c1 [PARTICIPANT] backfill");
        publish(answered("c3", 700, "eve"));
        assertThat(told()).containsExactly("eve rec c3 [PARTICIPANT] null");
        assertThat(encountered()).isEmpty();
    }

    @Test
    void whoIsAnsweredToBeInactiveSeesNothingUntilTheyAreActive() {
        now(access(1, ANA));
        publish(answered("c1", 500, "eve"));
        now(access(1, ANA, user("eve", false)));
        walkToTheEnd();
        told();
        now(access(2, ANA, user("eve", true)));
        walkToTheEnd();
        assertThat(told()).containsExactly("eve rec c1 [PARTICIPANT] backfill");
        now(access(3, ANA, user("eve", false)));
        walkToTheEnd();
        assertThat(told()).containsExactly("eve rec c1 gone withdraw");
    }

    @Test
    void ghl8AContactsRecordsFollowItsOwner() {
        now(access(1, ANA, BEN, user("cleo")));
        walkToTheEnd();
        publish(ofContact("c", answered("c1", 500, "ana", "cleo")));
        publish(ofContact("c", missed("c2", 600)));
        publish(ofContact("other", missed("c3", 700)));
        told();
        assertThat(encountered()).containsExactly("CONTACT c", "CONTACT other");
        now("c", owner("cleo", 0, 2));
        walkToTheEnd();
        assertThat(told())
                .containsExactly(
                        "cleo rec c2 [CONTACT_OWNER] backfill", "cleo rec c1 [PARTICIPANT, CONTACT_OWNER] backfill");
        now("c", owner("ben", 0, 3));
        slice();
        now("c", owner(null, 0, 4));
        walkToTheEnd();
        told();
        assertThat(feed).doesNotContainKey(rec("cleo", "c2", 600)).containsKey(rec("cleo", "c1", 500));
        assertThat(Objects.requireNonNull(feed.get(rec("ben", "c2", 600))).getReasons())
                .containsExactly(Reason.ASSIGNEE);
    }

    @Test
    void anOwnerWhomTheNumberDoesNotKnowYetSeesTheContactOnceItDoes() {
        now(access(1, ANA));
        walkToTheEnd();
        publish(ofContact("c", missed("c1", 500)));
        now("c", owner("cleo", 0, 2));
        walkToTheEnd();
        assertThat(told()).doesNotContain("cleo rec c1 [CONTACT_OWNER] backfill");
        now(access(2, ANA, user("cleo")));
        walkToTheEnd();
        assertThat(told()).contains("cleo rec c1 [CONTACT_OWNER] backfill");
    }

    @Test
    void aRecordThatChangesItsContactIsTheOldOwnersNoMore() {
        now(access(1, ANA, user("cleo"), user("dan")));
        walkToTheEnd();
        publish(ofContact("c", missed("c1", 500)));
        now("c", owner("cleo", 0, 2));
        publish(ofContact("d", missed("d0", 400)));
        now("d", owner("dan", 0, 3));
        walkToTheEnd();
        told();
        publish(TelephonyRecord.newBuilder(ofContact("d", missed("c1", 500)))
                .setRevision(2)
                .build());
        assertThat(told())
                .containsExactly(
                        "cleo rec c1 gone null", "ana rec c1 [ASSIGNEE] null", "dan rec c1 [CONTACT_OWNER] null");
    }

    @Test
    void whatIsTooOldLeavesTheFeedAndALoosenedPolicyDoesNotBringItBack() {
        now(access(1, ANA));
        walkToTheEnd();
        publish(missed("old", 500));
        publish(ofContact("c", missed("older", 400)));
        publish(missed("young", Instant.now().toEpochMilli()));
        told();
        now(access(2, keptFor(30), ANA));
        walkToTheEnd();
        assertThat(told()).containsExactly("ana rec old gone retention", "ana rec older gone retention");
        publish(missed("late", 300));
        publish(TelephonyRecord.newBuilder(missed("old", 500)).setRevision(2).build());
        now(access(3, ANA));
        walkToTheEnd();
        assertThat(told()).isEmpty();
        assertThat(feed).hasSize(2);
    }

    @Test
    void whatIsErasedStaysErasedWhateverTheRetention() {
        now(access(1, keptFor(30), ANA));
        publish(Samples.erased("c1", 500));
        walkToTheEnd();
        now(access(2, ANA));
        publish(missed("c1", 500));
        walkToTheEnd();

        assertThat(told()).noneMatch(row -> row.contains("c1"));
    }

    @Test
    void timeMakesRecordsTooOld() {
        now(access(1, keptFor(30), ANA));
        walkToTheEnd();
        publish(missed("c1", Instant.now().toEpochMilli() - Duration.ofDays(29).toMillis()));
        told();
        driver.advanceWallClockTime(Duration.ofDays(2));
        walkToTheEnd();

        assertThat(told()).containsExactly("ana rec c1 gone retention");
    }

    private static Policy keptFor(int days) {
        return Policy.newBuilder().setRetentionDays(days).build();
    }

    @Test
    void theNumberAnswersThatItHasAppliedWhatAReturningUserWaitsFor() {
        now(NumberAccess.newBuilder(access(7, ANA)).setReturning(List.of("ana")).build());

        assertThat(encountered()).containsExactly("RETURNED ana");
    }

    private void now(String contactId, ContactAccess access) {
        contacts.pipeInput(Keys.ofContact(WS, NUMBER, contactId), access, 1_000L);
    }

    private static ContactAccess owner(@Nullable String userId, long membership, long version) {
        return new ContactAccess(WS, NUMBER, "c", userId, membership, version);
    }

    private static TelephonyRecord ofContact(String contactId, TelephonyRecord record) {
        return TelephonyRecord.newBuilder(record).setContactId(contactId).build();
    }

    /** What the number has told the directory since the last call. */
    private List<String> encountered() {
        return encounters.readValuesToList().stream()
                .map(encounter -> encounter.getKind() + " " + encounter.getId())
                .toList();
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
