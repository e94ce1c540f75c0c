package dev.partyline.topology.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The two promises of DESIGN 1, on histories invented from seeds: whatever overtakes whatever, the feed comes to what the
 * model says. New seeds in every build; {@code -Dseeds=N} for more of them, {@code -Dseed=N} to replay one.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RandomHistoriesTest {
    private static final int SEEDS = 500;

    private StagesPool pool;

    @BeforeAll
    void open(@TempDir Path stateDirectory) {
        pool = new StagesPool(stateDirectory);
    }

    @AfterAll
    void close() {
        pool.close();
    }

    static LongStream seeds() {
        String seed = System.getProperty("seed", "");
        String seeds = System.getProperty("seeds", "");
        return seed.isEmpty()
                ? new Random().longs(seeds.isEmpty() ? SEEDS : Integer.parseInt(seeds), 1, Integer.MAX_VALUE)
                : LongStream.of(Long.parseLong(seed));
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void theFeedComesToWhatTheModelSays(long seed) {
        History history = HistoryGenerator.of(seed);
        Findings findings = pool.play(history.slice(), stages -> new HistoryRun(history, stages, Fault.NONE).play());
        assertThat(findings.wrong()).as(findings::toString).isEmpty();
    }
}
