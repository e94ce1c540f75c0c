package dev.partyline.api.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.client.Connection;
import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.api.terminal.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small logs through a whole installation; what the table must be is counted by hand. */
class ReplayTest {
    private static final Instant MIDNIGHT = Instant.parse("1999-01-01T00:00:00Z");
    private static final int CALLS = 300;

    @TempDir
    private Path directory = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), false);

    /**
     * A call every minute, by turns missed, answered by anat (assigned all the time), by ben (assigned in the first 100
     * minutes) and by cleo (never assigned). So of 300 calls 75 are missed, 75 are anat's, 25 of ben's are shared, and 50
     * of ben's and all 75 of cleo's are hidden.
     */
    @Test
    void theTableIsTheSameInEveryOrderAndAfterARepetition() throws IOException, InterruptedException {
        List<String> expected = List.of("user,lines,records", "anat,1,175", "ben,0,75", "cleo,0,75");
        try (EmbeddedPartyline partyline = EmbeddedPartyline.start(EmbeddedConfig.in(directory.resolve("data")))) {
            assertThat(partyline.awaitReady(Duration.ofMinutes(2))).isTrue();
            Connection connection = new Connection(
                    partyline.bootstrapServers(), partyline.registryUri().toString(), "partyline", partyline.topics());
            for (Order order : Order.values()) {
                assertThat(replay(connection, order)).as(order.toString()).isEqualTo(expected);
            }
            assertThat(replay(connection, Order.SHUFFLED)).as("repeated").isEqualTo(expected);
        }
        assertThat(err.toString()).contains("calls.csv:302: outcome is \"lost\"");
        assertThat(out.toString()).contains("calls       300", "changes     3", "bad lines   1");
        assertThat(out.toString()).endsWith(String.format("deliveries  0 (0 per second)%n"));
    }

    private List<String> replay(Connection connection, Order order) throws IOException, InterruptedException {
        Path table = directory.resolve("table.csv");
        ReplayInput input =
                new ReplayInput(List.of(calls()), assignments(), "ws-" + order, new ReplayInput.Sequence(order, 7));
        new Replay(input, screen).run(connection, Optional.of(table));
        return Files.readAllLines(table);
    }

    private Path assignments() throws IOException {
        return Files.writeString(directory.resolve("assignments.csv"), """
                at,action,number,user
                1999-01-01T00:00:00Z,assign,24537,anat
                1999-01-01T00:00:00Z,assign,24537,ben
                1999-01-01T01:40:00Z,unassign,24537,ben
                """);
    }

    private Path calls() throws IOException {
        StringBuilder csv = new StringBuilder("call_id,started_at,number,contact_id,agent,outcome,duration_s\n");
        List<String> agents = List.of("", "anat", "ben", "cleo");
        for (int i = 0; i < CALLS; i++) {
            String agent = agents.get(i % agents.size());
            String outcome = agent.isEmpty() ? "missed" : "answered";
            csv.append("c%d,%s,24537,,%s,%s,5%n".formatted(i, MIDNIGHT.plusSeconds(60L * i), agent, outcome));
        }
        csv.append("c999,1999-01-02T00:00:00Z,24537,,,lost,0\n");
        return Files.writeString(directory.resolve("calls.csv"), csv);
    }
}
