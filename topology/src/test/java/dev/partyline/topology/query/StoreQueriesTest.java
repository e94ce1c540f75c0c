package dev.partyline.topology.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.ContactOwnerSet;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.MemberRemoved;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.NumberReleased;
import dev.partyline.schema.NumberSet;
import dev.partyline.schema.Participant;
import dev.partyline.schema.ParticipantRole;
import dev.partyline.schema.Policy;
import dev.partyline.schema.PolicySet;
import dev.partyline.schema.Reason;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.Role;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import dev.partyline.schemas.FeedDigest;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.PartitionGroup;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.PartylineTopology;
import dev.partyline.topology.query.check.Action;
import dev.partyline.topology.query.check.Check;
import dev.partyline.topology.query.check.CheckRule;
import dev.partyline.topology.query.check.Member;
import dev.partyline.topology.query.check.RecordKey;
import dev.partyline.topology.query.explain.Explanation;
import dev.partyline.topology.query.explain.Remedy;
import dev.partyline.topology.view.ViewTopology;
import dev.partyline.topology.visibility.WalkSettings;
import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.Wiring;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stores answer, filled by the whole topology. */
class StoreQueriesTest {
    private static final String WS = "acme";
    private static final String SALES = "+12125550100";
    private static final String SUPPORT = "777";
    private static final Duration TICK = Duration.ofMillis(10);
    private static final Instant NOW = Instant.parse("2026-01-31T09:00:00Z");

    private final Wiring wiring = new Wiring(
            new Topics("t."),
            new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://queries")),
            Map.of(PartitionGroup.WORKSPACE, 1, PartitionGroup.NUMBER, 1, PartitionGroup.USER, 1),
            new EngineCounters());

    private TopologyTestDriver driver;
    private StoreQueries queries;
    private int changes;

    @BeforeEach
    void start(@TempDir Path stateDirectory) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        WalkSettings walks = new WalkSettings(TICK, Duration.ZERO, 1, 1, 1);
        driver = new TopologyTestDriver(new PartylineTopology(wiring).whole(walks, true), properties, NOW);
        queries = new StoreQueries(new DriverStores(driver), wiring);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aNumberThatNobodyMentionedIsNobodys() {
        assertThat(rule(Check.onNumber("ana", Action.VIEW_RECORDS, SALES))).isEqualTo(CheckRule.NOT_ASSIGNED);
        assertThat(rule(Check.onNumber("ana", Action.RECEIVE_CALL, SALES))).isEqualTo(CheckRule.NOT_ROUTED);
        assertThat(rule(Check.assign("ana"))).isEqualTo(CheckRule.UNKNOWN_MEMBER);
        assertThat(rule(Check.ofRecord("ana", key("c1")))).isEqualTo(CheckRule.NO_SUCH_RECORD);
        assertThat(queries.explain(WS, "ana", key("c1"))).isEmpty();
    }

    @Test
    void aFeedsDigestIsOfAllItsRowsAndOfNobodyElses() {
        change(new UserAssigned(SALES, "ana", null, null));
        change(new UserAssigned(SALES, "anabel", null, null));
        record(missed("c1", null));
        Map<String, byte[]> rows = new HashMap<>();
        driver.<String, byte[]>getKeyValueStore(ViewTopology.USER_FEED)
                .all()
                .forEachRemaining(row -> rows.put(row.key, row.value));
        FeedDigest expected = rows.entrySet().stream()
                .filter(row -> row.getKey().startsWith("acme|ana|"))
                .map(row -> FeedDigest.ofRow(row.getKey(), row.getValue()))
                .reduce(FeedDigest.NONE, FeedDigest::plus, (one, other) -> one);
        assertThat(expected.rows()).isLessThan(rows.size()).isGreaterThan(1);
        assertThat(queries.feedState(WS, "ana").digest()).isEqualTo(expected);
        assertThat(queries.feedState("other", "ana").digest()).isEqualTo(FeedDigest.NONE);
    }

    @Test
    void checksFollowTheChanges() {
        change(new MemberSet("olga", Role.OWNER, true, null));
        change(new UserAssigned(SALES, "ana", true, false));
        assertThat(rule(Check.onNumber("ana", Action.VIEW_RECORDS, SALES))).isEqualTo(CheckRule.ASSIGNED);
        assertThat(rule(Check.onNumber("ana", Action.PLACE_CALL, SALES))).isEqualTo(CheckRule.CALLING);
        assertThat(rule(Check.onNumber("ana", Action.SEND_TEXT, SALES))).isEqualTo(CheckRule.NO_TEXTING);
        assertThat(rule(Check.assign("olga"))).isEqualTo(CheckRule.ADMIN_ASSIGNS);
        assertThat(rule(Check.assign("ana"))).isEqualTo(CheckRule.NOT_AN_ASSIGNER);
        change(new MemberRemoved("ana"));
        assertThat(rule(Check.onNumber("ana", Action.VIEW_RECORDS, SALES))).isEqualTo(CheckRule.INACTIVE);
        change(new PolicySet(
                Policy.newBuilder().setDirectory(DirectoryMode.MANAGED).build()));
        assertThat(rule(Check.onNumber("zoe", Action.VIEW_RECORDS, SALES))).isEqualTo(CheckRule.UNKNOWN_MEMBER);
    }

    @Test
    void workspacesDoNotAnswerForEachOther() {
        change(new UserAssigned(SALES, "ana", null, null));
        record(missed("c1", null));
        assertThat(rule(Check.ofRecord("ana", key("c1")))).isEqualTo(CheckRule.ASSIGNEE);
        assertThat(queries.check("other", Check.ofRecord("ana", key("c1"))).rule())
                .isEqualTo(CheckRule.NO_SUCH_RECORD);
        assertThat(queries.explain("other", "ana", key("c1"))).isEmpty();
        assertThat(queries.members("other", new PageQuery(10, Optional.empty())).count())
                .isZero();
    }

    @Test
    void anExplanationNamesTheMissingAssignmentAndWhoMayGrantIt() {
        change(new MemberSet("olga", Role.OWNER, true, null));
        change(new MemberSet("adam", Role.ADMIN, true, null));
        change(new MemberSet("amos", Role.ADMIN, false, null));
        change(new MemberSet("dan", Role.MEMBER, true, null));
        change(new UserAssigned(SALES, "ana", null, null));
        record(missed("c1", null));
        Explanation no = queries.explain(WS, "dan", key("c1")).orElseThrow();
        assertThat(no.visible()).isFalse();
        assertThat(no.remedies())
                .containsExactly(new Remedy(
                        "UserAssigned",
                        "assign dan to +12125550100",
                        "an active OWNER or ADMIN",
                        List.of("adam", "olga")));
        Explanation yes = queries.explain(WS, "ana", key("c1")).orElseThrow();
        assertThat(yes.reasons()).containsExactly(Reason.ASSIGNEE);
        assertThat(yes.remedies()).isEmpty();
    }

    @Test
    void theOwnerOfAContactIsKnownOnceTheNumberHasMetTheContact() throws InterruptedException {
        change(new MemberSet("cleo", Role.MEMBER, true, null));
        record(missed("c1", "k1"));
        assertThat(rule(Check.ofRecord("cleo", key("c1")))).isEqualTo(CheckRule.NOT_ASSIGNED);
        String changeId = change(new ContactOwnerSet("k1", "cleo"));
        assertThat(rule(Check.ofRecord("cleo", key("c1")))).isEqualTo(CheckRule.CONTACT_OWNER);
        assertThat(queries.awaitEffective(WS, changeId, Duration.ofSeconds(1))).isPresent();
        change(new ContactOwnerSet("k1", null));
        assertThat(rule(Check.ofRecord("cleo", key("c1")))).isEqualTo(CheckRule.NOT_ASSIGNED);
    }

    @Test
    void membersArePagedAndCountedWithoutStrangersAndWithoutTheRemoved() {
        change(new MemberSet("ana", Role.ADMIN, true, "Ana"));
        change(new MemberSet("ben", Role.MEMBER, false, null));
        change(new MemberSet("cleo", Role.MEMBER, true, null));
        change(new MemberRemoved("cleo"));
        record(answered("c1", "zoe"));
        MemberPage first = queries.members(WS, new PageQuery(2, Optional.empty()));
        assertThat(first.count()).isEqualTo(2);
        assertThat(first.page().items())
                .containsExactly(
                        new Member("ana", "Ana", Role.ADMIN, true, false),
                        new Member("ben", null, Role.MEMBER, false, false));
        MemberPage second = queries.members(WS, new PageQuery(2, first.page().next()));
        assertThat(second.count()).isEqualTo(2);
        assertThat(second.page())
                .isEqualTo(new Page<>(List.of(new Member("cleo", null, Role.MEMBER, false, true)), Optional.empty()));
    }

    @Test
    void numbersInUseArePagedWithHowManyAreAssigned() {
        change(new NumberSet(SALES, "Sales"));
        change(new UserAssigned(SALES, "ana", null, null));
        change(new UserAssigned(SALES, "ben", null, null));
        change(new UserUnassigned(SALES, "ben"));
        change(new NumberSet("555", null));
        change(new NumberReleased("555"));
        change(new NumberSet(SUPPORT, null));
        record(answered("c1", "zoe", "888"));
        Page<NumberInUse> first = queries.numbers(WS, new PageQuery(1, Optional.empty()));
        assertThat(first.items()).containsExactly(new NumberInUse(SALES, "Sales", 1));
        Page<NumberInUse> second = queries.numbers(WS, new PageQuery(1, first.next()));
        assertThat(second).isEqualTo(new Page<>(List.of(new NumberInUse(SUPPORT, null, 0)), Optional.empty()));
    }

    @Test
    void aNumbersRecordsArePagedNewestFirstWithoutErasedOnes() {
        for (int i = 1; i <= 4; i++) {
            record(at(missed("c" + i, null), i));
        }
        record(TelephonyRecord.newBuilder(at(missed("c3", null), 3))
                .setKind(RecordKind.ERASED)
                .setCall(null)
                .build());
        Page<TelephonyRecord> first = records(2, Optional.empty());
        assertThat(first.items()).extracting(TelephonyRecord::getRecordId).containsExactly("c4", "c2");
        Page<TelephonyRecord> second = records(2, first.next());
        assertThat(second.items()).extracting(TelephonyRecord::getRecordId).containsExactly("c1");
        assertThat(second.next()).isEmpty();
        assertThat(queries.records(WS, SALES, new PageQuery(9, Optional.empty()), Optional.of(RecordKind.MESSAGE))
                        .items())
                .isEmpty();
    }

    @Test
    void walksUnderWayAreToldWithTheLinesThatWait() {
        for (int i = 1; i <= 3; i++) {
            record(at(missed("c" + i, "k1"), i));
        }
        change(new MemberSet("ana", Role.MEMBER, true, null));
        comeToRest();
        publish(new UserAssigned(SALES, "ana", null, null));
        publish(new ContactOwnerSet("k1", "ana"));
        Walks walks = queries.walks();
        assertThat(walks.numbers()).singleElement().satisfies(walk -> {
            assertThat(walk.workspaceId()).isEqualTo(WS);
            assertThat(walk.number()).isEqualTo(SALES);
            assertThat(walk.total()).isEqualTo(3);
            assertThat(walk.lines()).singleElement().satisfies(line -> {
                assertThat(line.userId()).isEqualTo("ana");
                assertThat(line.state()).isEqualTo("SYNCING");
                assertThat(line.total()).isEqualTo(3);
                assertThat(line.done()).isBetween(0L, 2L);
            });
        });
        assertThat(walks.contacts()).singleElement().satisfies(walk -> {
            assertThat(walk.number()).isEqualTo(SALES);
            assertThat(walk.contactId()).isEqualTo("k1");
        });
        comeToRest();
        assertThat(queries.walks()).isEqualTo(new Walks(List.of(), List.of(), List.of()));
    }

    private Page<TelephonyRecord> records(int limit, Optional<String> after) {
        return queries.records(WS, SALES, new PageQuery(limit, after), Optional.empty());
    }

    private CheckRule rule(Check check) {
        return queries.check(WS, check).rule();
    }

    private String change(SpecificRecord change) {
        String changeId = publish(change);
        comeToRest();
        return changeId;
    }

    private String publish(SpecificRecord change) {
        String changeId = "ch" + ++changes;
        put(wiring.topics().changes(), WS, new DirectoryChange(changeId, WS, null, null, change));
        return changeId;
    }

    private void record(TelephonyRecord record) {
        put(wiring.topics().records(), record.getNumber(), record);
        comeToRest();
    }

    private <V extends SpecificRecord> void put(Topic<V> topic, String key, V value) {
        byte[] bytes = wiring.serializer(topic).serialize(topic.name(), value);
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, bytes, NOW);
    }

    private void comeToRest() {
        do {
            driver.advanceWallClockTime(TICK);
        } while (wiring.counters().walksUnderWay() > 0);
    }

    private static RecordKey key(String recordId) {
        return new RecordKey(SALES, NOW, recordId);
    }

    private static TelephonyRecord missed(String recordId, @Nullable String contactId) {
        return call(recordId, SALES, new Call(CallStatus.MISSED, List.of(), null, null))
                .setContactId(contactId)
                .build();
    }

    private static TelephonyRecord answered(String recordId, String userId) {
        return answered(recordId, userId, SALES);
    }

    private static TelephonyRecord answered(String recordId, String userId, String number) {
        Participant participant = new Participant(userId, ParticipantRole.ANSWERED);
        return call(recordId, number, new Call(CallStatus.COMPLETED, List.of(participant), null, null))
                .build();
    }

    private static TelephonyRecord.Builder call(String recordId, String number, Call call) {
        return TelephonyRecord.newBuilder()
                .setRecordId(recordId)
                .setWorkspaceId(WS)
                .setNumber(number)
                .setDirection(Direction.INBOUND)
                .setStartedAt(NOW)
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(call);
    }

    private static TelephonyRecord at(TelephonyRecord record, long minutes) {
        return TelephonyRecord.newBuilder(record)
                .setStartedAt(NOW.plus(Duration.ofMinutes(minutes)))
                .build();
    }
}
