package dev.partyline.topology.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The two promises of DESIGN 1, on histories invented from seeds: whatever overtakes whatever, the feed comes to what the
 * model says. New seeds in every build; {@code -Dseeds=N} for more of them, {@code -Dseed=N} to replay one,
 * {@code -Dseeds.minutes=N} to play as many as N minutes allow and say how many those were.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RandomHistoriesTest {
    private static final int SEEDS = 1_000;

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
        return Seeds.some(SEEDS);
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void theFeedComesToWhatTheModelSays(long seed) {
        play(seed);
    }

    @Test
    @EnabledIfSystemProperty(named = "seeds.minutes", matches = "\\d+")
    void asManyAsTheMinutesAllow() {
        Instant end = Instant.now().plus(Duration.ofMinutes(Long.getLong("seeds.minutes")));
        LongAdder histories = new LongAdder();
        try {
            Seeds.all().takeWhile(seed -> Instant.now().isBefore(end)).forEach(seed -> {
                histories.increment();
                play(seed);
            });
        } finally {
            System.out.println("histories played: " + histories);
        }
    }

    private void play(long seed) {
        History history = HistoryGenerator.of(seed);
        Findings findings = pool.play(history.slice(), stages -> new HistoryRun(history, stages, Fault.NONE).play());
        assertThat(findings.wrong()).as(findings::toString).isEmpty();
    }
}
