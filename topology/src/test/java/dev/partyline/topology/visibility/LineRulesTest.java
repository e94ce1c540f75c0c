package dev.partyline.topology.visibility;

import static dev.partyline.topology.visibility.Samples.access;
import static dev.partyline.topology.visibility.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.topology.visibility.LineRules.AccessChange;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LineRulesTest {
    private static final Origin HIRED = new Origin("hired", "boss", false);
    private static final Origin FIRED = new Origin("fired", "boss", false);
    private static final NumberUser ANA = user("ana", 100);
    private static final NumberUser ANA_GONE = user("ana", 100, 200);

    private Access access = Access.none();
    private Walk walk = Walk.atRest(0);

    @Test
    void anAssignmentIsSyncingUntilTheRecordsHaveFollowed() {
        assertThat(rows(access(1, ANA), 40, HIRED)).singleElement().satisfies(row -> {
            LineState line = Objects.requireNonNull(row.state());
            assertThat(row.userId()).isEqualTo("ana");
            assertThat(line.getState()).isEqualTo(LineStatus.SYNCING);
            assertThat(line.getAssigned()).isTrue();
            assertThat(line.getTotal()).isEqualTo(40);
            assertThat(line.getChangedBy()).isEqualTo("boss");
        });

        assertThat(finish()).singleElement().satisfies(row -> {
            LineState line = Objects.requireNonNull(row.state());
            assertThat(line.getState()).isEqualTo(LineStatus.LIVE);
            assertThat(line.getChangeId()).isEqualTo("hired");
        });
    }

    @Test
    void anUnassignmentIsRevokingAndThenGone() {
        rows(access(1, ANA), 40, HIRED);
        finish();

        assertThat(rows(access(2, ANA_GONE), 40, FIRED)).singleElement().satisfies(row -> {
            LineState line = Objects.requireNonNull(row.state());
            assertThat(line.getState()).isEqualTo(LineStatus.REVOKING);
            assertThat(line.getAssigned()).isFalse();
            assertThat(line.getChangedBy()).isEqualTo("boss");
            assertThat(line.getChangeId()).isEqualTo("fired");
        });
        assertThat(finish()).singleElement().satisfies(row -> {
            assertThat(row.state()).isNull();
            assertThat(row.changeId()).isEqualTo("fired");
        });
    }

    @Test
    void lossesGoOutBeforeGains() {
        rows(access(1, ANA), 0, HIRED);
        finish();

        assertThat(rows(access(2, user("ben", 200), ANA_GONE), 0, FIRED))
                .extracting(LineRow::userId)
                .containsExactly("ana", "ben");
    }

    @Test
    void whoComesBackWhileBeingRevokedIsSyncingAgain() {
        rows(access(1, ANA), 40, HIRED);
        finish();
        rows(access(2, ANA_GONE), 40, FIRED);

        assertThat(rows(access(3, user("ana", 100, 200, 300)), 40, HIRED))
                .extracting(row -> Objects.requireNonNull(row.state()).getState())
                .containsExactly(LineStatus.SYNCING);
        assertThat(walk.pending()).extracting(PendingLine::sight).containsExactly(3L);
    }

    @Test
    void aNewLabelIsToldAtOnceAndEndsNoWait() {
        rows(access(1, ANA), 40, HIRED);
        NumberAccess renamed =
                NumberAccess.newBuilder(access(2, ANA)).setLabel("Sales").build();

        assertThat(rows(renamed, 40, new Origin("renamed", null, false)))
                .singleElement()
                .satisfies(row -> {
                    LineState line = Objects.requireNonNull(row.state());
                    assertThat(line.getState()).isEqualTo(LineStatus.SYNCING);
                    assertThat(line.getLabel()).isEqualTo("Sales");
                    assertThat(line.getVersion()).isEqualTo(2);
                });
        assertThat(access.sight()).as("a label is no matter of sight").isEqualTo(1);
    }

    @Test
    void whoMayCallOutHasALineWithoutSight() {
        NumberUser outboundOnly = new NumberUser("cleo", true, false, false, true, List.of(), 0L);

        assertThat(rows(access(1, outboundOnly), 40, HIRED)).singleElement().satisfies(row -> {
            LineState line = Objects.requireNonNull(row.state());
            assertThat(line.getState()).isEqualTo(LineStatus.LIVE);
            assertThat(line.getAssigned()).isFalse();
            assertThat(line.getCallerId()).isTrue();
        });
    }

    @Test
    void othersHearNothing() {
        rows(access(1, ANA), 40, HIRED);
        finish();

        assertThat(rows(access(2, ANA, user("ben", 200)), 40, HIRED))
                .extracting(LineRow::userId)
                .containsExactly("ben");
    }

    private List<LineRow> rows(NumberAccess next, long total, Origin origin) {
        Access after = access.followedBy(next);
        AccessChange change = new AccessChange(access, after, walk, total, origin);
        walk = walk.waitedForBy(LineRules.pending(change));
        access = after;
        return LineRules.rows(change, walk);
    }

    private List<LineRow> finish() {
        Walk arrived = walk.atNextStretch(access.sight()).advanced(Segments.START, 40, access.sight());
        walk = arrived.withoutFinished();
        assertThat(walk.arrived(access.sight())).isTrue();
        return arrived.finished().stream()
                .map(line -> LineRules.finished(access, line))
                .toList();
    }
}
