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
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import dev.partyline.topology.query.FeedQuery;
import dev.partyline.topology.query.Queries;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three leave a number with a long history, while calls go on; of the one who leaves last each step is watched. */
class RevocationTest {
    private static final String WORKSPACE = "acme";
    private static final String NUMBER = "+12125550100";
    private static final int HISTORY = 170_000;
    private static final Duration DEADLINE = Duration.ofMinutes(3);

    @TempDir
    private Path directory = Path.of("");

    private int calls;
    private int changes;

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void nothingShowsOnceTheLineRowIsThereHoweverMuchThereIsStillToWithdraw() throws InterruptedException {
        try (EmbeddedPartyline partyline = EmbeddedPartyline.start(EmbeddedConfig.in(directory));
                Upstream upstream = new Upstream(new Connection(
                        partyline.bootstrapServers(),
                        partyline.registryUri().toString(),
                        "partyline",
                        partyline.topics()))) {
            assertThat(partyline.awaitReady(Duration.ofMinutes(2))).isTrue();
            Queries queries = partyline.engine().queries();
            for (String userId : List.of("ana", "ben", "cleo", "dora")) {
                effective(queries, change(upstream, new UserAssigned(NUMBER, userId, null, null)));
            }
            for (int i = 0; i < HISTORY; i++) {
                upstream.publish(call());
            }
            upstream.flush();
            await(() -> newest(queries, "ana").equals(last()));

            change(upstream, new UserUnassigned(NUMBER, "cleo"));
            change(upstream, new UserUnassigned(NUMBER, "dora"));
            effective(queries, change(upstream, new UserUnassigned(NUMBER, "ana")));
            await(() -> !assigned(queries, "ana"));
            assertThat(page(queries, "ana")).as("hidden at once").isEmpty();
            assertThat(line(queries, "ana"))
                    .as("and the walk has only begun")
                    .hasValueSatisfying(line -> assertThat(line.getDone()).isLessThan(HISTORY));

            int during = 0;
            while (line(queries, "ana").isPresent()) {
                upstream.publish(call());
                upstream.flush();
                await(() -> newest(queries, "ben").equals(last()));
                assertThat(page(queries, "ana")).isEmpty();
                during++;
            }
            assertThat(during)
                    .as("calls delivered to ben while ana's past was withdrawn")
                    .isPositive();
            assertThat(page(queries, "ana")).isEmpty();
        }
    }

    private DirectoryChange change(Upstream upstream, Object what) {
        DirectoryChange change = new DirectoryChange("change-" + changes++, WORKSPACE, null, null, what);
        upstream.publish(change);
        upstream.flush();
        return change;
    }

    private static void effective(Queries queries, DirectoryChange change) throws InterruptedException {
        assertThat(queries.awaitEffective(WORKSPACE, change.getChangeId(), DEADLINE))
                .isPresent();
    }

    private static boolean assigned(Queries queries, String userId) {
        return line(queries, userId).map(LineState::getAssigned).orElse(false);
    }

    private static Optional<LineState> line(Queries queries, String userId) {
        return queries.lines(WORKSPACE, userId).stream().findFirst();
    }

    private static List<FeedEntry> page(Queries queries, String userId) {
        return queries.feed(WORKSPACE, userId, new FeedQuery(1, Optional.empty(), Optional.empty(), Optional.empty()))
                .records();
    }

    private static String newest(Queries queries, String userId) {
        return page(queries, userId).stream()
                .map(entry -> entry.getRecord().getRecordId())
                .findFirst()
                .orElse("none");
    }

    private String last() {
        return "call-" + (calls - 1);
    }

    private TelephonyRecord call() {
        int number = calls++;
        return TelephonyRecord.newBuilder()
                .setRecordId("call-" + number)
                .setWorkspaceId(WORKSPACE)
                .setNumber(NUMBER)
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.ofEpochSecond(1_700_000_000L + number))
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(new Call(CallStatus.MISSED, List.of(), null, null))
                .build();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for %s", DEADLINE).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
