package dev.partyline.topology.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of the rules that goes by the clock: records that have become too old are gone, and no others. */
class RetentionTest {
    private static final int SEEDS = 8;

    @TempDir
    private Path directory;

    private int plays;

    static LongStream seeds() {
        return Seeds.some(SEEDS);
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void whatIsTooOldIsGoneAndWhatNeverWasIsThere(long seed) {
        Findings findings = play(seed, 1);
        assertThat(findings.wrong()).as(findings::toString).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, too old", "2, but is  absent"})
    void aClockThatStandsOrRunsTooFastIsFound(int speed, String word) {
        boolean found = LongStream.rangeClosed(1, SEEDS)
                .anyMatch(seed -> play(seed, speed).wrong().stream().anyMatch(complaint -> complaint.contains(word)));
        assertThat(found).isTrue();
    }

    /** @param speed of the stages' clock */
    private Findings play(long seed, int speed) {
        try (Stages stages = new Stages(directory.resolve("play-" + plays++), 2)) {
            return new RetentionRun(seed, stages, time -> stages.timePasses(time.multipliedBy(speed))).play();
        }
    }
}
