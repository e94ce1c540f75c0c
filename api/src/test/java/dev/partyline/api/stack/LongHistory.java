package dev.partyline.api.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.client.Connection;
import dev.partyline.api.client.Upstream;
import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineState;
import dev.partyline.schema.Participant;
import dev.partyline.schema.ParticipantRole;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.query.FeedCursor;
import dev.partyline.topology.query.FeedPage;
import dev.partyline.topology.query.FeedQuery;
import dev.partyline.topology.query.NotReadyException;
import dev.partyline.topology.query.Queries;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One number with a long history on an embedded Partyline, for watching what happens to it while calls go on. */
final class LongHistory implements AutoCloseable {
    static final String WORKSPACE = "acme";
    static final String NUMBER = "+12125550100";
    static final String CONTACT = "customer-1";
    /** When the first call began; each further one a second later. */
    static final Instant FIRST_CALL = Instant.ofEpochSecond(1_700_000_000L);

    private static final Duration DEADLINE = Duration.ofMinutes(3);

    private final EmbeddedPartyline partyline;
    private final Upstream upstream;
    private int calls;
    private int changes;

    private LongHistory(EmbeddedPartyline partyline) {
        this.partyline = partyline;
        this.upstream = new Upstream(new Connection(
                partyline.bootstrapServers(), partyline.registryUri().toString(), "partyline", partyline.topics()));
    }

    static LongHistory in(Path directory) throws InterruptedException {
        EmbeddedPartyline partyline = EmbeddedPartyline.start(EmbeddedConfig.in(directory));
        assertThat(partyline.awaitReady(Duration.ofMinutes(2))).isTrue();
        return new LongHistory(partyline);
    }

    EmbeddedPartyline partyline() {
        return partyline;
    }

    Queries queries() {
        return partyline.engine().queries();
    }

    /** Hands a change over to Kafka. */
    DirectoryChange change(Object what) {
        return change(null, what);
    }

    /** The same, dated back. */
    DirectoryChange change(@Nullable Instant occurredAt, Object what) {
        DirectoryChange change = new DirectoryChange("change-" + changes++, WORKSPACE, null, occurredAt, what);
        upstream.publish(change);
        upstream.flush();
        return change;
    }

    void effective(DirectoryChange change) throws InterruptedException {
        assertThat(queries().awaitEffective(WORKSPACE, change.getChangeId(), DEADLINE))
                .isPresent();
    }

    /** Missed calls: shared with every assignee (V3). */
    void missed(int howMany) {
        for (int i = 0; i < howMany; i++) {
            upstream.publish(call(CallStatus.MISSED, List.of()));
        }
        upstream.flush();
    }

    /** Calls that somebody answered: shared if they were assigned then (V4). */
    void answered(int howMany, String userId) {
        for (int i = 0; i < howMany; i++) {
            upstream.publish(call(CallStatus.COMPLETED, List.of(new Participant(userId, ParticipantRole.ANSWERED))));
        }
        upstream.flush();
    }

    /** The call that was published last. */
    String last() {
        return "call-" + (calls - 1);
    }

    /** How many calls were published. */
    int calls() {
        return calls;
    }

    Optional<LineState> line(String userId) {
        return answered(() -> queries().lines(WORKSPACE, userId)).stream().findFirst();
    }

    boolean assigned(String userId) {
        return line(userId).map(LineState::getAssigned).orElse(false);
    }

    List<FeedEntry> newestOf(String userId) {
        return page(userId, 1, Optional.empty()).records();
    }

    /** The id of the newest record in the user's feed. */
    String newest(String userId) {
        return newestOf(userId).stream()
                .map(entry -> entry.getRecord().getRecordId())
                .findFirst()
                .orElse("none");
    }

    /** How many records the user sees. */
    int count(String userId) {
        int count = 0;
        Optional<FeedCursor> after = Optional.empty();
        do {
            FeedPage page = page(userId, FeedQuery.MAX_LIMIT, after);
            count += page.records().size();
            after = page.next();
        } while (after.isPresent());
        return count;
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for %s", DEADLINE).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public void close() {
        upstream.close();
        partyline.close();
    }

    private FeedPage page(String userId, int limit, Optional<FeedCursor> after) {
        FeedQuery query = new FeedQuery(limit, after, Optional.empty(), Optional.empty());
        return answered(() -> queries().feed(WORKSPACE, userId, query));
    }

    /** The answer, as soon as there is one: under load the view may take a while to come to the committed end. */
    private static <T> T answered(Supplier<T> question) {
        List<T> answer = new ArrayList<>();
        await(() -> {
            try {
                answer.add(question.get());
                return true;
            } catch (NotReadyException e) {
                return false;
            }
        });
        return answer.get(0);
    }

    private TelephonyRecord call(CallStatus status, List<Participant> participants) {
        int call = calls++;
        return TelephonyRecord.newBuilder()
                .setRecordId("call-" + call)
                .setWorkspaceId(WORKSPACE)
                .setNumber(NUMBER)
                .setContactId(CONTACT)
                .setDirection(Direction.INBOUND)
                .setStartedAt(FIRST_CALL.plusSeconds(call))
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(new Call(status, participants, null, null))
                .build();
    }
}
