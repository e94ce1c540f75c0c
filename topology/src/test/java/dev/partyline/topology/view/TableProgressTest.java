package dev.partyline.topology.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TableProgressTest {
    private static final TopicPartition PLACE = new TopicPartition("feed", 0);
    private static final OptionalLong NO_ROWS = OptionalLong.empty();

    private final TableProgress table = new ViewProgress().begin(PLACE);

    @Test
    void nothingIsKnownBeforeTheFirstPoll() {
        assertThat(table.position()).isEmpty();
    }

    @Test
    void aRestoredTableStandsWhereTheConsumerBegins() {
        table.polled(OptionalLong.of(40), NO_ROWS);
        assertThat(table.position()).hasValue(40);
    }

    @Test
    void rowsThatWereReadAndNotAppliedDoNotCount() {
        table.polled(OptionalLong.of(45), OptionalLong.of(43));
        assertThat(table.position()).isEmpty();
        table.applied(41);
        assertThat(table.position()).hasValue(42);
        table.applied(43);
        assertThat(table.position()).as("behind the last row are only markers").hasValue(45);
        table.polled(OptionalLong.of(47), NO_ROWS);
        assertThat(table.position()).hasValue(47);
    }

    @Test
    void aConsumerThatHasNoPlaceHasNone() {
        table.polled(OptionalLong.of(40), NO_ROWS);
        table.polled(OptionalLong.empty(), NO_ROWS);
        assertThat(table.position()).isEmpty();
        table.polled(OptionalLong.empty(), OptionalLong.of(41));
        table.polled(OptionalLong.of(42), NO_ROWS);
        assertThat(table.position()).as("the row at 41 is not applied").isEmpty();
    }

    /** Every log of five offsets, read in every batching, applied at every time: never more than is there, in the end all. */
    @Test
    void itNeverSaysMoreThanIsAppliedHoweverPollsAndRowsInterleave() {
        int length = 5;
        for (int rows = 0; rows < 1 << length; rows++) {
            for (int polls = 0; polls < 1 << length; polls++) {
                for (int lag = 0; lag <= length; lag++) {
                    play(rows, polls, lag, length);
                }
            }
        }
    }

    /**
     * @param rows bit i: offset i is a row, else a marker
     * @param polls bit i: a poll ends behind offset i
     * @param lag how many rows may be waiting to be applied
     */
    private static void play(int rows, int polls, int lag, int length) {
        TableProgress table = new ViewProgress().begin(PLACE);
        List<Integer> waiting = new ArrayList<>();
        int begin = 0;
        for (int end = 1; end <= length; end++) {
            if ((polls >> (end - 1) & 1) == 1 || end == length) {
                OptionalLong last = NO_ROWS;
                for (int offset = begin; offset < end; offset++) {
                    if ((rows >> offset & 1) == 1) {
                        waiting.add(offset);
                        last = OptionalLong.of(offset);
                    }
                }
                table.polled(OptionalLong.of(end), last);
                begin = end;
                apply(table, waiting, lag);
            }
        }
        apply(table, waiting, 0);
        assertThat(table.position()).hasValue(length);
    }

    private static void apply(TableProgress table, List<Integer> waiting, int left) {
        check(table, waiting);
        while (waiting.size() > left) {
            table.applied(waiting.remove(0));
            check(table, waiting);
        }
    }

    private static void check(TableProgress table, List<Integer> waiting) {
        if (!waiting.isEmpty()) {
            assertThat(table.position().orElse(0)).isLessThanOrEqualTo(waiting.get(0));
        }
    }

    @Test
    void aUsersLastRowIsKnownBeforeItCanBeSeen() {
        assertThat(table.lastOf("acme|ana")).isEqualTo(-1);
        table.applying("acme|ana", 7);
        assertThat(table.lastOf("acme|ana")).isEqualTo(7);
        assertThat(table.lastOf("acme|ben")).isEqualTo(-1);
    }

    @Test
    void aTaskThatCameBackBeginsAnewAndTheOldOneEndsOnlyItself() {
        ViewProgress view = new ViewProgress();
        TableProgress before = view.begin(PLACE);
        TableProgress after = view.begin(PLACE);
        view.end(PLACE, before);
        assertThat(view.of(PLACE)).containsSame(after);
        view.end(PLACE, after);
        assertThat(view.of(PLACE)).isEmpty();
    }
}
