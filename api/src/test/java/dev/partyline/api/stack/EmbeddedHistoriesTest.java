package dev.partyline.api.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.embedded.EmbeddedBroker;
import dev.partyline.api.registry.EmbeddedRegistry;
import dev.partyline.topology.history.History;
import dev.partyline.topology.history.TopicsVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The two promises of DESIGN 1 through the real stack: several partitions, events in wrong ones, engines that restart,
 * lose their disk, hand over and are killed at work. {@code -Dembedded.seeds=N} for more histories, {@code -Dseed=N} to
 * replay one: the same events and mishaps, though not the same moments, which are the machine's.
 *
 * <p>Of a workspace's changes all or none lie in a wrong partition, and in the same one: of two partitions the order is
 * open. When a change was appended is read back from the log.
 */
@TestInstance(Lifecycle.PER_CLASS)
class EmbeddedHistoriesTest {
    private static final int SEEDS = 3;

    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;

    @BeforeAll
    void open(@TempDir Path directory) {
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
    }

    @AfterAll
    void close() {
        registry.close();
        broker.close();
    }

    static LongStream seeds() {
        String seed = System.getProperty("seed", "");
        String seeds = System.getProperty("embedded.seeds", "");
        return seed.isEmpty()
                ? new Random().longs(seeds.isEmpty() ? SEEDS : Integer.parseInt(seeds), 1, Integer.MAX_VALUE)
                : LongStream.of(Long.parseLong(seed));
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void theFeedComesToWhatTheModelSays(long seed, @TempDir Path directory) throws IOException, InterruptedException {
        System.out.println("EmbeddedHistoriesTest -Dseed=" + seed);
        EngineSetup setup =
                new EngineSetup(broker.bootstrapServers(), registry.uri().toString(), "s" + seed);
        TopicsVerdict verdict = new EmbeddedRun(setup, seed).play(directory);
        assertThat(verdict.wrong()).as(verdict::toString).isEmpty();
    }

    @Test
    void theJudgeObjectsToAnEngineThatSaysNothing() {
        assertThat(new TopicsVerdict(History.of(1)).wrong())
                .anyMatch(wrong -> wrong.startsWith("decisions of"))
                .anyMatch(wrong -> wrong.startsWith("feed"));
    }
}
