package dev.partyline.topology.intake;

import static dev.partyline.topology.intake.DrivenIntake.NOW;
import static dev.partyline.topology.intake.DrivenIntake.TOPICS;
import static dev.partyline.topology.intake.DrivenIntake.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.schema.Assigners;
import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.Message;
import dev.partyline.schema.MessageStatus;
import dev.partyline.schema.MixedCallsPolicy;
import dev.partyline.schema.NumberSet;
import dev.partyline.schema.Outcome;
import dev.partyline.schema.Policy;
import dev.partyline.schema.PolicySet;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.RejectionReason;
import dev.partyline.schema.RingingPolicy;
import dev.partyline.schema.RoutingPolicy;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.serde.SerdeErrors;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of docs/bad-input.md: what becomes of each kind, and that the engine goes on after it. */
class BadInputTest {
    private static final String WS = "acme";
    private static final String NUMBER = "+12125550100";
    private static final byte[] NAMES_UNKNOWN_SCHEMA = {0, 0, 0, 3, (byte) 0xe7, 1, 2, 3};

    @TempDir
    private Path directory = Path.of("");

    private DrivenIntake engine;

    @BeforeEach
    void start() {
        engine = new DrivenIntake(directory, "mock://bad-input", 1);
    }

    /** Whatever the test has published: what is right is still taken. */
    @AfterEach
    void theEngineGoesOn() {
        try (DrivenIntake closing = engine) {
            closing.publish(assigned("goes-on", NUMBER, "zoe"));
            closing.publish(call("goes-on").build());
            assertThat(rows("zoe")).contains("goes-on");
        }
    }

    @Test
    void whatIsNotAvro() {
        byte[] nonsense = "{\"not\": \"avro\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(buried(TOPICS.records(), NUMBER, nonsense)).isEqualTo("NOT_AVRO");
        assertThat(buried(TOPICS.changes(), WS, nonsense)).isEqualTo("NOT_AVRO");
        assertThat(buried(TOPICS.movedRecords(), NUMBER, nonsense)).isEqualTo("NOT_AVRO");
        byte[] cutShort = engine.bytes(TOPICS.records(), call("c").build());
        assertThat(buried(TOPICS.records(), NUMBER, Arrays.copyOf(cutShort, cutShort.length - 1)))
                .isEqualTo("NOT_AVRO");
        assertThat(engine.counters().deadLettersSoFar()).isEqualTo(4);
    }

    @Test
    void anUnknownSchema() {
        assertThat(buried(TOPICS.records(), NUMBER, NAMES_UNKNOWN_SCHEMA)).isEqualTo("UNKNOWN_SCHEMA");
        assertThat(buried(TOPICS.changes(), WS, NAMES_UNKNOWN_SCHEMA)).isEqualTo("UNKNOWN_SCHEMA");
    }

    @Test
    void theWrongType() {
        byte[] change = engine.bytes(TOPICS.changes(), assigned("c", NUMBER, "ann"));
        byte[] event = engine.bytes(TOPICS.records(), call("c").build());
        assertThat(buried(TOPICS.records(), NUMBER, change)).isEqualTo("WRONG_TYPE");
        assertThat(buried(TOPICS.changes(), WS, event)).isEqualTo("WRONG_TYPE");
    }

    @Test
    void aChangeOfAKindThatCameLater() {
        assertThat(buried(TOPICS.changes(), WS, engine.laterChange(WS))).isEqualTo("WRONG_TYPE");
        assertThat(engine.decisions()).isEmpty();
    }

    @Test
    void aNullKey() {
        assertThat(buried(
                        TOPICS.records(),
                        null,
                        engine.bytes(TOPICS.records(), call("c").build())))
                .isEqualTo("NULL_KEY");
        assertThat(buried(TOPICS.changes(), null, engine.bytes(TOPICS.changes(), assigned("c", NUMBER, "ann"))))
                .isEqualTo("NULL_KEY");
    }

    @Test
    void aNullValue() {
        assertThat(buried(TOPICS.records(), NUMBER, null)).isEqualTo("NULL_VALUE");
        assertThat(buried(TOPICS.changes(), WS, null)).isEqualTo("NULL_VALUE");
    }

    @Test
    void aKeyThatContradictsTheValue() {
        assertThat(buried(
                        TOPICS.records(),
                        "12345",
                        engine.bytes(TOPICS.records(), call("c").build())))
                .isEqualTo("KEY_MISMATCH");
        assertThat(buried(TOPICS.changes(), "other", engine.bytes(TOPICS.changes(), assigned("c", NUMBER, "ann"))))
                .isEqualTo("KEY_MISMATCH");
        assertThat(engine.decisions()).isEmpty();
    }

    @Test
    void idsOutOfForm() {
        assertThat(buried(call("not an id").build())).isEqualTo("INVALID");
        engine.publish(assigned("c1", NUMBER, "a|b"));
        assertThat(header(engine.letter(), DeadLetter.REASON_HEADER)).isEqualTo("INVALID");
        assertThat(engine.decisions()).singleElement().satisfies(BadInputTest::isInvalid);
        engine.publish(assigned("no id", NUMBER, "ann"));
        assertThat(header(engine.letter(), DeadLetter.DETAIL_HEADER)).startsWith("changeId: must be ");
        assertThat(engine.decisions()).as("nobody can ask for it").isEmpty();
    }

    @Test
    void aNumberNotInForm() {
        assertThat(buried(call("c").setNumber("212-555-0100").build())).isEqualTo("INVALID");
        engine.publish(assigned("c1", "12", "ann"));
        assertThat(header(engine.letter(), DeadLetter.REASON_HEADER)).isEqualTo("INVALID");
        assertThat(engine.decisions()).singleElement().satisfies(BadInputTest::isInvalid);
    }

    @Test
    void aNameOrLabelThatIsTooLong() {
        engine.publish(change("c1", null, new NumberSet(NUMBER, "x".repeat(257))));
        assertThat(engine.decisions()).singleElement().satisfies(BadInputTest::isInvalid);
        assertThat(engine.noLetters()).isTrue();
        engine.publish(change("c2", null, new NumberSet(NUMBER, "x".repeat(256))));
        assertThat(engine.decisions()).extracting(ChangeDecision::getOutcome).containsExactly(Outcome.ACCEPTED);
    }

    @Test
    void aRevisionGoingBack() {
        engine.publish(assigned("c1", NUMBER, "ann"));
        engine.publish(message("m", 2, "new"));
        engine.publish(message("m", 1, "old"));
        assertThat(texts("ann")).containsExactly("new");
        assertThat(engine.counters().supersededSoFar()).isEqualTo(1);
        assertThat(engine.noLetters()).isTrue();
    }

    @Test
    void twoContentsWithOneRevision() {
        engine.publish(assigned("c1", NUMBER, "ann"));
        engine.publish(message("first", 1, "a"));
        engine.publish(message("first", 1, "b"));
        engine.publish(message("other", 1, "b"));
        engine.publish(message("other", 1, "a"));
        assertThat(texts("ann")).as("the greater, whichever came first").containsExactly("b", "b");
        assertThat(engine.counters().supersededSoFar()).isEqualTo(1);
    }

    @Test
    void occurredAtInTheFuture() {
        engine.publish(change("c1", NOW.plusSeconds(3_600), new UserAssigned(NUMBER, "ann", null, null)));
        assertThat(engine.accesses())
                .singleElement()
                .satisfies(access -> assertThat(
                                access.getUsers().get(0).getIntervals().get(0).getFrom())
                        .isEqualTo(NOW));
    }

    @Test
    void aRecordFromTheFuture() {
        engine.publish(assigned("c1", NUMBER, "ann"));
        engine.publish(call("c").setStartedAt(NOW.plusSeconds(86_400 * 365L)).build());
        assertThat(rows("ann")).containsExactly("c");
    }

    @Test
    void anEventThatIsTooLarge() {
        byte[] large = new byte[Topics.MAX_EVENT_BYTES];
        TestRecord<byte[], byte[]> letter = buriedLetter(TOPICS.records(), NUMBER, large);
        assertThat(header(letter, DeadLetter.REASON_HEADER)).isEqualTo("TOO_LARGE");
        assertThat(letter.value()).isEqualTo(large);
        assertThat(letter.headers().lastHeader(DeadLetter.CUT_HEADER)).isNull();
        assertThat(buried(TOPICS.changes(), WS, large)).isEqualTo("TOO_LARGE");
    }

    @Test
    void anEventThatFitsNowhere() {
        byte[] huge = new byte[Topics.MAX_MESSAGE_BYTES];
        huge[0] = 7;
        TestRecord<byte[], byte[]> letter = buriedLetter(TOPICS.records(), NUMBER, huge);
        assertThat(header(letter, DeadLetter.CUT_HEADER)).contains("value " + huge.length + " bytes");
        assertThat(letter.value()).hasSizeLessThan(100_000).startsWith(7, 0);
        assertThat(letter.key()).isEqualTo(NUMBER.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFaultThatQuotesALongValue() {
        TelephonyRecord record = call("r".repeat(500_000)).build();
        TestRecord<byte[], byte[]> letter =
                buriedLetter(TOPICS.records(), NUMBER, engine.bytes(TOPICS.records(), record));
        assertThat(header(letter, DeadLetter.DETAIL_HEADER))
                .startsWith("recordId is \"rrr")
                .hasSizeLessThan(1_100);
        assertThat(letter.value()).isEqualTo(engine.bytes(TOPICS.records(), record));
    }

    @Test
    void duplicates() {
        engine.publish(assigned("c1", NUMBER, "ann"));
        engine.publish(assigned("c1", NUMBER, "ann"));
        assertThat(engine.decisions())
                .hasSize(2)
                .extracting(ChangeDecision::getOutcome)
                .containsOnly(Outcome.ACCEPTED);
        engine.publish(message("m", 1, "hello"));
        engine.publish(message("m", 1, "hello"));
        assertThat(texts("ann")).containsExactly("hello");
        assertThat(engine.counters().supersededSoFar()).isEqualTo(1);
    }

    @Test
    void aRecordOfAWorkspaceNeverHeardOf() {
        TelephonyRecord stray = call("c").setWorkspaceId("nowhere").build();
        engine.publish(stray);
        assertThat(engine.feeds()).isEmpty();
        assertThat(engine.noLetters()).isTrue();
        engine.publish(DirectoryChange.newBuilder(assigned("c1", NUMBER, "ann"))
                .setWorkspaceId("nowhere")
                .build());
        assertThat(engine.feeds().values())
                .as("it waited for the workspace")
                .extracting(FeedEntry::getRecord)
                .contains(stray);
    }

    @Test
    void aTooOldRecord() {
        engine.publish(change("c1", null, new PolicySet(keepingDays(30))));
        engine.publish(assigned("c2", NUMBER, "ann"));
        engine.publish(call("c").setStartedAt(NOW.minusSeconds(86_400 * 31L)).build());
        assertThat(rows("ann")).isEmpty();
        assertThat(engine.counters().expiredSoFar()).isEqualTo(1);
    }

    @Test
    void theWrongPartition() {
        restart("mock://bad-input", 2);
        String elsewhere = numberOf(1);
        byte[] event =
                engine.bytes(TOPICS.records(), call("c").setNumber(elsewhere).build());
        Header own = new RecordHeader("trace", new byte[] {1});
        engine.publish(
                TOPICS.records(), elsewhere.getBytes(StandardCharsets.UTF_8), event, new RecordHeaders(List.of(own)));
        assertThat(engine.counters().movedSoFar()).isEqualTo(1);
        // The driver has one partition of each topic, so what was moved lies wrong again: as if others had put it
        // there.
        TestRecord<byte[], byte[]> letter = engine.letter();
        assertThat(header(letter, DeadLetter.REASON_HEADER)).isEqualTo("WRONG_PARTITION");
        assertThat(header(letter, DeadLetter.TOPIC_HEADER))
                .isEqualTo(TOPICS.movedRecords().name());
        assertThat(letter.headers()).as("its own headers went with it").contains(own);
        restart("mock://bad-input", 1);
    }

    @Test
    void aRegistryThatDoesNotAnswer() {
        byte[] event = engine.bytes(TOPICS.records(), call("c").build());
        restart("http://127.0.0.1:1", 1);
        assertThatThrownBy(() -> engine.publish(TOPICS.records(), NUMBER, event))
                .as("the task stops, and takes it again")
                .matches(SerdeErrors::isTransient);
        assertThat(engine.noLetters()).isTrue();
        restart("mock://bad-input", 1);
    }

    @Test
    void aDeadLetterThatIsPublishedAgainAsItWas() {
        TestRecord<byte[], byte[]> first = buriedLetter(TOPICS.records(), NUMBER, new byte[] {1});
        engine.publish(TOPICS.records(), first.key(), first.value(), first.headers());
        assertThat(engine.letter().headers().headers(DeadLetter.REASON_HEADER)).hasSize(1);
    }

    private String buried(Topic<?> topic, @Nullable String key, byte @Nullable [] value) {
        return header(buriedLetter(topic, key, value), DeadLetter.REASON_HEADER);
    }

    private String buried(TelephonyRecord event) {
        return buried(TOPICS.records(), event.getNumber(), engine.bytes(TOPICS.records(), event));
    }

    /** The dead letter that becomes of a message; it holds the message and says where it was. */
    private TestRecord<byte[], byte[]> buriedLetter(Topic<?> topic, @Nullable String key, byte @Nullable [] value) {
        engine.publish(topic, key, value);
        TestRecord<byte[], byte[]> letter = engine.letter();
        assertThat(engine.noLetters()).isTrue();
        assertThat(header(letter, DeadLetter.TOPIC_HEADER)).isEqualTo(topic.name());
        assertThat(header(letter, DeadLetter.DETAIL_HEADER)).isNotEmpty();
        if (letter.headers().lastHeader(DeadLetter.CUT_HEADER) == null) {
            assertThat(letter.value()).isEqualTo(value);
            assertThat(letter.key()).isEqualTo(key == null ? null : key.getBytes(StandardCharsets.UTF_8));
        }
        return letter;
    }

    private void restart(String registryUrl, int partitions) {
        engine.close();
        engine = new DrivenIntake(directory, registryUrl, partitions);
    }

    /** The ids of the records that the user sees. */
    private List<String> rows(String userId) {
        return engine.feeds().entrySet().stream()
                .filter(row -> row.getKey().startsWith(WS + "|" + userId + "|rec|"))
                .map(row -> row.getValue().getRecord().getRecordId())
                .toList();
    }

    private List<String> texts(String userId) {
        return engine.feeds().entrySet().stream()
                .filter(row -> row.getKey().startsWith(WS + "|" + userId + "|rec|"))
                .map(row -> row.getValue().getRecord().getMessage().getText())
                .toList();
    }

    private static void isInvalid(ChangeDecision decision) {
        assertThat(decision.getOutcome()).isEqualTo(Outcome.REJECTED);
        assertThat(decision.getReason()).isEqualTo(RejectionReason.INVALID);
    }

    private static String numberOf(int partition) {
        for (int last = 0; ; last++) {
            String number = "+1212555" + (1000 + last);
            if (Partitions.ofKey(number, 2) == partition) {
                return number;
            }
        }
    }

    private static DirectoryChange assigned(String changeId, String number, String userId) {
        return change(changeId, null, new UserAssigned(number, userId, null, null));
    }

    private static DirectoryChange change(String changeId, @Nullable Instant occurredAt, Object payload) {
        return DirectoryChange.newBuilder()
                .setChangeId(changeId)
                .setWorkspaceId(WS)
                .setOccurredAt(occurredAt)
                .setChange(payload)
                .build();
    }

    private static Policy keepingDays(int days) {
        return Policy.newBuilder()
                .setDirectory(DirectoryMode.OPEN)
                .setAssigners(Assigners.ADMINS)
                .setHistory(HistoryPolicy.ALL)
                .setMixedCalls(MixedCallsPolicy.HIDE)
                .setRouting(RoutingPolicy.ANYONE)
                .setRinging(RingingPolicy.ROUTED)
                .setRetentionDays(days)
                .build();
    }

    private static TelephonyRecord.Builder call(String id) {
        return TelephonyRecord.newBuilder()
                .setRecordId(id)
                .setWorkspaceId(WS)
                .setNumber(NUMBER)
                .setDirection(Direction.INBOUND)
                .setStartedAt(NOW)
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(new Call(CallStatus.MISSED, List.of(), null, null));
    }

    private static TelephonyRecord message(String id, long revision, String text) {
        return call(id).setKind(RecordKind.MESSAGE)
                .setRevision(revision)
                .setCall(null)
                .setMessage(new Message(null, text, List.of(), MessageStatus.RECEIVED))
                .build();
    }
}
