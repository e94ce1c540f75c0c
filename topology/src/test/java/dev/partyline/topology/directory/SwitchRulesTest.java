package dev.partyline.topology.directory;

import static dev.partyline.topology.directory.Changes.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.topology.assignment.AssignmentHistory;
import dev.partyline.topology.assignment.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Effective times and the intervals that follow from them (DESIGN 4), the latter against a timeline held as an array. */
class SwitchRulesTest {
    @ParameterizedTest(name = "occurred {0}, appended {1}, switched before at {2}: effective at {3}")
    @CsvSource({
        ",    1000, 0,    1000",
        "400, 1000, 0,    400",
        "1500, 1000, 0,   1000",
        "400, 1000, 700,  700",
        "700, 1000, 700,  700",
        ",    1000, 1200, 1200"
    })
    void aDateReachesBackToThePreviousSwitchAndForwardToTheAppend(
            @Nullable String occurredAt, long appendedAt, long previous, long expected) {
        OptionalLong date = occurredAt == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(occurredAt));

        assertThat(SwitchRules.effectiveAt(date, appendedAt, previous)).isEqualTo(expected);
    }

    @Test
    void anIntervalOfNoLengthVanishesAndItsSwitchIsRemembered() {
        Play play = new Play().given(assigned(SALES, "ann"));
        long at = play.line(SALES, "ann").lastSwitch();

        play.sendDated(at - 500, unassigned(SALES, "ann"));
        assertThat(play.line(SALES, "ann").history()).isEqualTo(AssignmentHistory.NEVER);
        assertThat(play.image().numberOrUnused(SALES).crowd()).isZero();

        play.sendDated(at - 500, assigned(SALES, "ann"));
        assertThat(play.line(SALES, "ann").history().spans()).containsExactly(new Span(at, Span.OPEN));
    }

    @Test
    void adjacentIntervalsStayTwo() {
        AssignmentHistory history = SwitchRules.on(SwitchRules.off(SwitchRules.on(AssignmentHistory.NEVER, 1), 5), 5);

        assertThat(history.spans()).containsExactly(new Span(1, 5), new Span(5, Span.OPEN));
    }

    @Test
    void theNewestHundredIntervalsAreKept() {
        AssignmentHistory history = AssignmentHistory.NEVER;
        for (long at = 0; at < 2 * 150; at += 2) {
            history = SwitchRules.off(SwitchRules.on(history, at), at + 1);
        }

        assertThat(history.spans()).hasSize(100);
        assertThat(history.assignedAt(99)).isFalse();
        assertThat(history.assignedAt(100)).isTrue();
    }

    @Test
    void randomSwitchesMakeTheTimelineThatABruteForceOneMakes() {
        long seed = Seeds.next();
        for (int round = 0; round < 300; round++) {
            compareWithTimeline(new Random(seed + round));
        }
    }

    /** An array of the first moments, true where assigned: each switch sets all moments from its effective time on. */
    private static void compareWithTimeline(Random random) {
        int moments = 60;
        boolean[] timeline = new boolean[moments];
        Play play = new Play();
        List<String> log = new ArrayList<>();
        int previous = 0;
        boolean assigned = false;
        for (int append = 1; append < 50; append += random.nextInt(3)) {
            int dated = random.nextInt(moments);
            boolean on = random.nextBoolean();
            play.appendAt(append).sendDated(dated, on ? assigned(SALES, "ann") : unassigned(SALES, "ann"));
            log.add((on ? "on" : "off") + " dated " + dated + " appended " + append);
            if (on != assigned) {
                previous = Math.max(Math.min(dated, append), previous);
                Arrays.fill(timeline, previous, moments, on);
                assigned = on;
            }
            assertTimeline(play.line(SALES, "ann").history(), timeline, log);
        }
    }

    private static void assertTimeline(AssignmentHistory history, boolean[] timeline, List<String> log) {
        for (int at = 0; at < timeline.length; at++) {
            assertThat(history.assignedAt(at)).as("at %s after %s", at, log).isEqualTo(timeline[at]);
        }
    }
}
