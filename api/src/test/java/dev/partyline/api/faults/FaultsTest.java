package dev.partyline.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.topology.history.TopicsVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The two promises of DESIGN 1 whatever befalls broker and engines (docs/faults.md). Every build kills five engines; the
 * profile {@code faults} goes through all that there is, and {@code -Dseed=N} through one programme again: the same events
 * and faults, though not the same moments, which are the machine's.
 */
class FaultsTest {
    private static final Recoveries RECOVERIES = new Recoveries();

    static LongStream seeds() {
        String seed = System.getProperty("seed", "");
        return seed.isEmpty() ? LongStream.of(Programme.BUILD.seed(new Random())) : LongStream.of(Long.parseLong(seed));
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void nothingIsWrongAfterwards(long seed, @TempDir Path directory) throws IOException, InterruptedException {
        System.out.println("FaultsTest -Dseed=" + seed);
        FaultyRun run = new FaultyRun(seed);
        TopicsVerdict verdict = run.play(directory, RECOVERIES);
        List<String> wrong = verdict.wrong();
        RECOVERIES.wrong(run.faults(), wrong.size());
        assertThat(wrong).as(verdict::toString).isEmpty();
    }

    @AfterAll
    static void tell() throws IOException {
        System.out.println(RECOVERIES);
        Files.writeString(Path.of("target", "faults.md"), RECOVERIES.toString());
    }
}
