package dev.partyline.topology.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.topology.view.RowsAhead;
import dev.partyline.topology.view.ScriptedTable;
import dev.partyline.topology.view.ScriptedTable.ScriptedAhead;
import dev.partyline.topology.view.ViewProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ViewEndsTest {
    private static final TopicPartition PLACE = new TopicPartition("feed", 0);
    private static final long END = 40;

    private static final MapStore TABLE = new MapStore(new TreeMap<>());

    private final ViewProgress view = new ViewProgress();
    private final ViewEnds patient = new ViewEnds(view, partition -> END, this::ahead, Duration.ofSeconds(30));
    private final ViewEnds impatient = new ViewEnds(view, partition -> END, this::ahead, Duration.ofMillis(20));
    private Optional<ScriptedAhead> ahead = Optional.empty();

    @Test
    void whatNobodyHoldsIsNotRead() {
        refused(() -> patient.atEnd(PLACE, ViewEndsTest::read));
        new ScriptedTable(view, PLACE).end();
        refused(() -> patient.atEnd(PLACE, ViewEndsTest::read));
    }

    @Test
    void aTableBeforeTheEndIsNotRead() {
        ScriptedTable table = new ScriptedTable(view, PLACE);
        refused(() -> impatient.atEnd(PLACE, ViewEndsTest::read));
        table.reach(END - 1);
        refused(() -> impatient.atEnd(PLACE, ViewEndsTest::read));
        table.reach(END);
        assertThat(impatient.atEnd(PLACE, () -> "read")).isEqualTo("read");
    }

    @Test
    void aReaderWaitsUntilTheTableIsThere() throws InterruptedException {
        ScriptedTable table = new ScriptedTable(view, PLACE);
        List<String> answers = new ArrayList<>();
        Thread reader = new Thread(() -> answers.add(patient.atEnd(PLACE, () -> "read")));
        reader.start();
        table.reach(END - 1);
        reader.join(50);
        assertThat(answers).isEmpty();
        table.reach(END);
        reader.join();
        assertThat(answers).containsExactly("read");
    }

    @Test
    void aTableThatWasMovedWhileItWasReadIsRefused() {
        ScriptedTable table = new ScriptedTable(view, PLACE);
        table.reach(END);
        refused(() -> patient.atEnd(PLACE, () -> {
            table.end();
            return read();
        }));
        ScriptedTable again = new ScriptedTable(view, PLACE);
        again.reach(END);
        refused(() -> patient.atEnd(PLACE, () -> {
            again.end();
            new ScriptedTable(view, PLACE).reach(END);
            return read();
        }));
    }

    @Test
    void aPageIsReadAgainWhenARowOfTheUserCameInBetween() {
        ScriptedTable table = new ScriptedTable(view, PLACE);
        table.reach(END);
        List<Long> positions = new ArrayList<>();
        FeedPage page = patient.exactly(PLACE, "acme|ana", TABLE, (rows, position) -> {
            positions.add(position);
            if (positions.size() == 1) {
                table.apply("acme|ana", END);
            }
            return page(position);
        });
        assertThat(positions).containsExactly(END, END + 1);
        assertThat(page.position()).isEqualTo(END + 1);
    }

    @Test
    void rowsOfOthersAreNoReason() {
        ScriptedTable table = new ScriptedTable(view, PLACE);
        table.reach(END);
        FeedPage page = patient.exactly(PLACE, "acme|ana", TABLE, (rows, position) -> {
            table.apply("acme|ben", END);
            return page(position);
        });
        assertThat(page.position()).isEqualTo(END);
    }

    @Test
    void whatChangesWithoutEndIsNotReady() {
        ScriptedTable table = new ScriptedTable(view, PLACE);
        table.reach(END);
        refused(() -> patient.exactly(PLACE, "acme|ana", TABLE, (rows, position) -> {
            table.apply("acme|ana", position);
            return page(position);
        }));
    }

    @Test
    void whatTheTableLacksComesFromTheRowsAheadOfIt() {
        ScriptedTable table = new ScriptedTable(view, PLACE);
        table.reach(END - 10);
        ahead = Optional.of(table.ahead(END - 10));
        ahead.get().take("acme|ana|user", END - 1, END + 2);
        FeedPage page = patient.exactly(PLACE, "acme|ana", TABLE, (rows, position) -> {
            assertThat(rows.get("acme|ana|user")).isNotNull();
            return page(position);
        });
        assertThat(page.position()).isEqualTo(END + 2);
    }

    @Test
    void rowsAheadThatHaveNotComeToTheEndAreNotEnough() {
        ScriptedTable table = new ScriptedTable(view, PLACE);
        table.reach(END - 10);
        ahead = Optional.of(table.ahead(END - 10));
        ahead.get().take("acme|ana|user", END - 2, END - 1);
        refused(() -> impatient.exactly(PLACE, "acme|ana", TABLE, (rows, position) -> page(position)));
    }

    @Test
    void rowsAheadOfATableThatWasMovedDoNotCount() {
        ScriptedTable before = new ScriptedTable(view, PLACE);
        before.reach(END - 10);
        ahead = Optional.of(before.ahead(END - 10));
        ahead.get().take("acme|ana|user", END - 1, END);
        before.end();
        new ScriptedTable(view, PLACE).reach(END - 20);
        refused(() -> impatient.exactly(PLACE, "acme|ana", TABLE, (rows, position) -> page(position)));
    }

    @Test
    void aPageIsReadAgainWhenTheTableOvertookTheRowsAhead() {
        ScriptedTable table = new ScriptedTable(view, PLACE);
        table.reach(END - 10);
        ahead = Optional.of(table.ahead(END - 10));
        ahead.get().take("acme|ana|user", END - 1, END);
        List<Long> positions = new ArrayList<>();
        FeedPage page = patient.exactly(PLACE, "acme|ana", TABLE, (rows, position) -> {
            positions.add(position);
            if (positions.size() == 1) {
                table.apply("acme|ana", END + 3);
            }
            return page(position);
        });
        assertThat(positions).containsExactly(END, END + 4);
        assertThat(page.position()).isEqualTo(END + 4);
    }

    @Test
    void aPageOfATableThatWasMovedMeanwhileIsRefused() {
        ScriptedTable table = new ScriptedTable(view, PLACE);
        table.reach(END);
        refused(() -> patient.exactly(PLACE, "acme|ana", TABLE, (rows, position) -> {
            table.end();
            new ScriptedTable(view, PLACE).reach(END);
            return page(position);
        }));
    }

    private Optional<RowsAhead> ahead(TopicPartition partition) {
        return ahead.map(ScriptedAhead::rows);
    }

    private static FeedPage page(long position) {
        return new FeedPage(List.of(), Optional.empty(), List.of(), new FeedPlace(0, position));
    }

    private static String read() {
        return "read";
    }

    private static void refused(Runnable reading) {
        assertThatThrownBy(reading::run).isInstanceOf(NotReadyException.class);
    }
}
