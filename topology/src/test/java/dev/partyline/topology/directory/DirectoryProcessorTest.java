package dev.partyline.topology.directory;

import static dev.partyline.topology.directory.Changes.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.Outcome;
import dev.partyline.schema.Role;
import dev.partyline.topology.state.Decided;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stage as Streams runs it: stores, sinks, headers, times, and what is remembered of decisions. */
class DirectoryProcessorTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long START = 100 * DAY;

    private final DirectoryStage stage = new DirectoryStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anAssignmentComesOutUnderItsKeysWithItsCauseAndItsAppendTime() {
        stage.send(change("c1", null, null, member("boss", Role.OWNER, true)), START);
        stage.drain();
        stage.send(change("c2", "boss", 5L, assigned(SALES, "ann")), START + 1);

        TestRecord<String, NumberAccess> number = stage.numbers().readRecord();
        assertThat(number.key()).isEqualTo("acme|" + SALES);
        assertThat(number.timestamp()).isEqualTo(START + 1);
        assertThat(headers(number)).containsExactly("change=c2", "actor=boss");
        assertThat(number.value().getVersion()).isEqualTo(2);
        assertThat(number.value()
                        .getUsers()
                        .get(0)
                        .getIntervals()
                        .get(0)
                        .getFrom()
                        .toEpochMilli())
                .isEqualTo(5);
        assertThat(stage.users().readRecord().key()).isEqualTo("acme|ann");
        TestRecord<String, ?> row = stage.feed().readRecord();
        assertThat(row.key()).isEqualTo("acme|ann|user");
        assertThat(headers(row)).containsExactly("cause=backfill", "change=c2");
    }

    @Test
    void withoutAnActorThereIsNoActorHeader() {
        stage.send(change("c1", null, null, number(SALES, null)), START);

        assertThat(headers(stage.numbers().readRecord())).containsExactly("change=c1");
    }

    @Test
    void theVersionCountsAcceptedChangesAndStandsInEverythingTheyAreIn() {
        stage.send(change("c1", null, null, assigned(SALES, "ann")), START);
        stage.send(change("c2", null, null, assigned(SALES, "ann")), START);
        stage.send(change("c3", null, null, permissions(SALES, "bob", true, true)), START);
        stage.send(change("c4", null, null, assigned(SALES, "bob")), START);

        assertThat(stage.decisions().readValuesToList())
                .extracting(decision -> decision.getOutcome() + " " + decision.getVersion())
                .containsExactly("ACCEPTED 1", "UNCHANGED 1", "REJECTED 1", "ACCEPTED 2");
        assertThat(stage.numbers().readValuesToList())
                .extracting(NumberAccess::getVersion)
                .containsExactly(1L, 2L);
        assertThat(stage.users().readValuesToList())
                .extracting(user -> user.getUserId() + " " + user.getVersion())
                .containsExactly("ann 1", "bob 2");
        assertThat(stage.feed().readValuesToList())
                .extracting(row -> row.getUser().getVersion())
                .containsExactly(1L, 2L);
    }

    @Test
    void workspacesCountForThemselvesAndShareNothing() {
        DirectoryChange here = change("c1", null, null, assigned(SALES, "ann"));
        DirectoryChange there =
                DirectoryChange.newBuilder(here).setWorkspaceId("acme2").build();
        stage.send(here, START);
        stage.send(there, START);

        assertThat(stage.decisions().readValuesToList())
                .extracting(decision -> decision.getWorkspaceId() + decision.getOutcome() + decision.getVersion())
                .containsExactly("acmeACCEPTED1", "acme2ACCEPTED1");
        assertThat(stage.numbers().readRecordsToList())
                .extracting(TestRecord::key)
                .containsExactly("acme|" + SALES, "acme2|" + SALES);
    }

    @Test
    void aRepeatedChangeGetsItsFirstDecisionAgainAndChangesNothing() {
        stage.send(change("c1", null, null, assigned(SALES, "ann")), START);
        stage.send(change("c2", null, null, unassigned(SALES, "ann")), START + 1);
        ChangeDecision first = stage.decisions().readValue();
        stage.drain();

        stage.send(change("c1", null, null, assigned(SALES, "ann")), START + 30 * DAY - 1);

        assertThat(stage.decisions().readValuesToList()).containsExactly(first);
        assertThat(first.getOutcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(first.getDecidedAt().toEpochMilli()).isEqualTo(START);
        assertThat(stage.numbers().isEmpty()).isTrue();
    }

    @Test
    void aRejectionIsRememberedToo() {
        stage.send(change("c1", null, null, permissions(SALES, "ann", true, true)), START);
        ChangeDecision first = stage.decisions().readValue();
        stage.send(change("c2", null, null, assigned(SALES, "ann")), START);
        stage.drain();

        stage.send(change("c1", null, null, permissions(SALES, "ann", false, true)), START);

        assertThat(stage.decisions().readValue()).isEqualTo(first);
        assertThat(first.getDetail()).startsWith("userId: ann is not assigned");
    }

    @Test
    void thirtyDaysAfterItsFirstAppendAChangeIsDecidedAfresh() {
        stage.send(change("c1", null, null, assigned(SALES, "ann")), START);
        stage.send(change("c1", null, null, assigned(SALES, "ann")), START + 20 * DAY);
        stage.drain();

        stage.send(change("c1", null, null, assigned(SALES, "ann")), START + 30 * DAY);

        assertThat(stage.decisions().readValue().getOutcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void oldDecisionsAreCleanedAwayAndYoungOnesStay() {
        int old = 2_500;
        for (int i = 0; i < old; i++) {
            stage.send(change("old" + i, null, null, unassigned(SALES, "ann")), START);
        }
        stage.send(change("kept", null, null, unassigned(SALES, "ann")), START + 2 * DAY);
        stage.send(change("last", null, null, unassigned(SALES, "ann")), START + 31 * DAY);
        assertThat(remembered()).isEqualTo(old + 2);

        stage.advance(Duration.ofMinutes(1));
        assertThat(remembered()).as("one bounded batch").isBetween(old - 1_000L, old - 900L);
        stage.advance(Duration.ofMinutes(5));

        assertThat(stage.decided().get("acme|old0")).isNull();
        assertThat(remembered()).isEqualTo(2);
    }

    @Test
    void aDecisionNamesTheNumbersItTouched() {
        stage.send(change("c1", null, null, number(SALES, null)), START);
        stage.send(change("c2", null, null, number(CARE, null)), START);
        stage.send(change("c3", null, null, policy(managed())), START);
        stage.send(change("c4", null, null, released("911")), START);

        assertThat(stage.decided(WS, "c1").getNumbers()).containsExactly(SALES);
        assertThat(stage.decided(WS, "c3").getNumbers()).containsExactly(SALES, CARE);
        Decided rejected = stage.decided(WS, "c4");
        assertThat(rejected.getNumbers()).isEmpty();
        assertThat(DecisionRules.decision(rejected).getOutcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void aWorkspacesPolicyReachesItsOwnNumbersAlone() {
        DirectoryChange other = DirectoryChange.newBuilder(change("c1", null, null, number(CARE, null)))
                .setWorkspaceId("acme-2")
                .build();
        stage.send(other, START);
        stage.send(change("c2", null, null, number(SALES, null)), START);
        stage.drain();
        stage.send(change("c3", null, null, policy(managed())), START);

        assertThat(stage.numbers().readRecordsToList())
                .extracting(TestRecord::key)
                .containsExactly("acme|" + SALES);
    }

    private long remembered() {
        KeyValueStore<String, byte[]> decided = stage.decided();
        long count = 0;
        try (var rows = decided.all()) {
            while (rows.hasNext()) {
                rows.next();
                count++;
            }
        }
        return count;
    }

    private static List<String> headers(TestRecord<?, ?> record) {
        return Stream.of(record.headers().toArray())
                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
