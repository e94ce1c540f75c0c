package dev.partyline.api.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.partyline.api.client.Connection;
import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.api.replay.Order;
import dev.partyline.api.replay.Replay;
import dev.partyline.api.replay.ReplayInput;
import dev.partyline.api.terminal.Screen;
import dev.partyline.naive.CallLogs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real calls ("Anonymous Bank" call-centre data of the Technion, Haifa) through a whole installation, against the naive
 * program: one month of them in each order. All seven months take {@code -Dreplay.months=7}.
 */
class RealReplayTest {
    private static final int MONTHS = Integer.getInteger("replay.months", 1);

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @EnumSource(Order.class)
    void theTableIsTheNaiveProgramsWhateverTheOrder(Order order) throws IOException, InterruptedException {
        CallLogs logs = logs();
        List<Path> calls = logs.calls().subList(0, MONTHS);
        Path table = directory.resolve("table.csv");
        try (EmbeddedPartyline partyline = EmbeddedPartyline.start(EmbeddedConfig.in(directory.resolve("data")))) {
            assertThat(partyline.awaitReady(Duration.ofMinutes(2))).isTrue();
            Connection connection = new Connection(
                    partyline.bootstrapServers(), partyline.registryUri().toString(), "partyline", partyline.topics());
            ReplayInput.Sequence sequence = new ReplayInput.Sequence(order, 20_261_121);
            new Replay(new ReplayInput(calls, logs.assignments(), "bank", sequence), silent())
                    .run(connection, Optional.of(table));
        }
        assertThat(Tables.told(table)).isEqualTo(Tables.expected(logs.assignments(), calls));
    }

    private static CallLogs logs() throws IOException {
        Optional<CallLogs> found = CallLogs.find();
        assumeTrue(
                found.isPresent(),
                "SKIPPED: the real call logs are not on this machine (name their folder with -D" + CallLogs.PROPERTY
                        + "=…)");
        return found.orElseThrow();
    }

    private static Screen silent() {
        return new Screen(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false);
    }
}
