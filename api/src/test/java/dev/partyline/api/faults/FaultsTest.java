package dev.partyline.api.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
        return seed.isEmpty() ? programmes() : LongStream.of(Long.parseLong(seed));
    }

    private static LongStream programmes() {
        String faults = System.getProperty("faults", "");
        Random random = new Random();
        if (faults.isEmpty()) {
            return LongStream.of(Programme.BUILD.seed(random));
        }
        Set<String> chosen = Set.of(faults.split(",", -1));
        return Stream.of(Programme.values())
                .filter(programme -> chosen.contains("all") || chosen.contains(programme.name()))
                .flatMapToLong(
                        programme -> LongStream.range(0, programme.times()).map(unused -> programme.seed(random)));
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void nothingIsWrongAfterwards(long seed, @TempDir Path directory) throws IOException, InterruptedException {
        Optional<String> impediment = Programme.of(seed).impediment();
        assumeThat(impediment)
                .as("%s cannot be played here", Programme.of(seed))
                .isEmpty();
        assertThat(new FaultyRun(seed, RECOVERIES).play(directory)).isEmpty();
    }

    @AfterAll
    static void tell() throws IOException {
        System.out.println(RECOVERIES);
        Files.writeString(Path.of("target", "faults.md"), RECOVERIES.toString());
    }
}
