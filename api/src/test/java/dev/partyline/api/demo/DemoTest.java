package dev.partyline.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.client.Connection;
import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.api.terminal.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private static final Pace HURRIED = new Pace(Duration.ZERO, Optional.empty());

    @TempDir
    private Path data = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), false);

    @Test
    void theFeedsAreWhatTheScriptSaysAndAWrongScriptIsFoundOut() throws InterruptedException {
        try (EmbeddedPartyline partyline = EmbeddedPartyline.start(EmbeddedConfig.in(data))) {
            assertThat(partyline.awaitReady(Duration.ofMinutes(2))).isTrue();
            Connection connection = new Connection(
                    partyline.bootstrapServers(), partyline.registryUri().toString(), "partyline", partyline.topics());
            assertThat(play(Day.read(), connection, Duration.ofSeconds(60)))
                    .as(err.toString())
                    .isTrue();
            assertThat(err.toString()).isEmpty();
            assertThat(out.toString()).contains("seen by  Ana (assignee, took part), Ben (assignee)");

            assertThat(play(wrong(), connection, Duration.ofSeconds(2))).isFalse();
            assertThat(err.toString()).contains("ana should see ana-answers not at all, but the feed has it for AP");
        }
    }

    private boolean play(Day day, Connection connection, Duration patience) throws InterruptedException {
        try (Demo demo = new Demo(day, connection, screen, patience)) {
            return demo.play(HURRIED, () -> Duration.ZERO);
        }
    }

    /** The same day in another workspace, with an expectation that does not hold. */
    private static Day wrong() {
        Day day = Day.read();
        List<Event> events = new ArrayList<>();
        for (Event event : day.events()) {
            boolean altered = event.recordId().equals("ana-answers");
            events.add(
                    altered
                            ? new Event(event.at(), event.tell(), event.does(), Map.of("ben", "A"), null, null)
                            : event);
        }
        return new Day(day.company(), "other-" + day.workspace(), day.people(), day.lines(), events);
    }
}
