package dev.partyline.api.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.client.Connection;
import dev.partyline.api.replay.Order;
import dev.partyline.api.replay.Replay;
import dev.partyline.api.replay.ReplayInput;
import dev.partyline.api.terminal.Screen;
import dev.partyline.naive.NaiveCalls.Sight;
import dev.partyline.schemas.topic.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A {@code dev} process killed with -9 in the middle of a replay, and started again on the same data. */
class KillTest {
    private static final double[] KILLED_AT = {0.05, 0.4, 0.8};

    @TempDir
    private Path directory = Path.of("");

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void nothingIsLostAndNothingStandsTwice() throws Exception {
        CallCentre centre = CallCentre.write(directory);
        Map<String, Sight> expected = Tables.expected(centre.assignments(), List.of(centre.calls()));
        int kafkaPort = Ports.free();
        int registryPort = Ports.free();
        Path data = Files.createDirectories(directory.resolve("data"));
        Connection connection = new Connection(
                "127.0.0.1:" + kafkaPort,
                "http://127.0.0.1:" + registryPort,
                "partyline",
                new Topics(Topics.DEFAULT_PREFIX));
        JavaProcess dev = DevProcess.start(data, kafkaPort, registryPort);
        try (FeedEnd feed = new FeedEnd(connection)) {
            feed.awaitRows(0);
            Path table = directory.resolve("table.csv");
            CompletableFuture<Void> replay = CompletableFuture.runAsync(() -> replay(centre, connection, table));
            long rows = expected.values().stream().mapToLong(Sight::records).sum();
            for (double share : KILLED_AT) {
                feed.awaitRows((long) (share * rows));
                dev.kill();
                dev = DevProcess.start(data, kafkaPort, registryPort);
            }
            replay.get();
            assertThat(Tables.told(table)).isEqualTo(expected);
            assertThat(dev.isAlive()).isTrue();
        } finally {
            dev.close();
        }
    }

    private static void replay(CallCentre centre, Connection connection, Path table) {
        try {
            Screen silent =
                    new Screen(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false);
            ReplayInput.Sequence sequence = new ReplayInput.Sequence(Order.SHUFFLED, 1);
            new Replay(new ReplayInput(List.of(centre.calls()), centre.assignments(), "centre", sequence), silent)
                    .run(connection, Optional.of(table));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
