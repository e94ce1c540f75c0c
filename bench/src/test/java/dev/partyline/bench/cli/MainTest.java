package dev.partyline.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutANameItSaysWhichThereAre() {
        assertThat(execute()).isZero();
        assertThat(out.toString())
                .contains("live", "walk", "latency", "effective", "reads", "scale", "full")
                .contains("docs/performance.md");
    }

    @Test
    void everyBenchmarkSaysWhatItsOptionsAre() {
        for (String name : Main.commandLine().getSubcommands().keySet()) {
            assertThat(execute(name, "--help")).as(name).isZero();
        }
        assertThat(out.toString()).contains("--rows", "1000000", "--view", "--out");
    }

    @Test
    void anOptionThatIsNoNumberIsRefused() {
        assertThat(execute("live", "--rows", "many")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("--rows");
    }

    @Test
    void choicesAreWrittenInSmallLetters() {
        assertThat(execute("live", "--view", "off", "--rows", "many")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("--rows").doesNotContain("Invalid value for option '--view'");
    }

    @Test
    void aChoiceThatIsNoneIsRefusedWithThoseThereAre() {
        assertThat(execute("live-during-walk", "--kinds", "deleted")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("--kinds", "DATED_BACK");
    }

    private int execute(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
