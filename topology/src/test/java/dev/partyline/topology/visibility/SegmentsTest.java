package dev.partyline.topology.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static final int POSITIONS = 12;

    @Test
    void aWalkThatIsTurnedHalfwayGoesRound() {
        Segments half = Segments.whole(1).told("", "5", 2);
        assertThat(half.nextNotAt(2, "5")).isEqualTo("5");
        assertThat(half.endOf("5")).isEqualTo(Segments.START);

        // A third sight arrives: the walk goes on from 5, and comes back for what it told under the second.
        Segments tail = half.told("5", "", 3);
        assertThat(tail.nextNotAt(3, "")).isEmpty();
        assertThat(tail.endOf("")).isEqualTo("5");
        assertThat(tail.oldest()).isEqualTo(2);
        assertThat(tail.told("", "5", 3).allAt(3)).isTrue();
    }

    /** Against an array with one cell per position. */
    @RepeatedTest(200)
    void tellsWhatWasToldLast(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Segments segments = Segments.whole(0);
        long[] cells = new long[POSITIONS];
        for (int sight = 1; sight <= 10; sight++) {
            int from = random.nextInt(POSITIONS);
            int to = from + 1 + random.nextInt(POSITIONS - from);
            segments = segments.told(position(from), to == POSITIONS ? "" : position(to), sight);
            Arrays.fill(cells, from, to, sight);
            for (int i = 0; i < POSITIONS; i++) {
                assertThat(segments.sightAt(position(i)))
                        .as("position %d of %s", i, segments)
                        .isEqualTo(cells[i]);
            }
            assertThat(segments.oldest()).isEqualTo(Arrays.stream(cells).min().orElseThrow());
            assertThat(segments.list()).hasSizeLessThanOrEqualTo(POSITIONS);
        }
    }

    private static String position(int index) {
        return index == 0 ? "" : String.format("%02d", index);
    }
}
