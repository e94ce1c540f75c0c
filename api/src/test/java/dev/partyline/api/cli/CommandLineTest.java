package dev.partyline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"demo", "dev", "server", "topics", "replay", "dead-letters", "token", "verify"})
    void everyCommandTeachesWithAnExample(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Example").contains("./partyline " + command);
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theVersionNamesPartylineAndKafka() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("partyline ").contains("kafka ");
    }

    @Test
    void withoutACommandItSaysWhichThereAre() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("demo, dev, server, topics, replay, dead-letters, token, verify");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "demo --for soon; --for; write for example 20s",
                "demo --port 99999; --port; 0 (any free port) to 65535",
                "dev --kafka-port x; --kafka-port; 'x' is not an int",
                "replay --workspace w --assignments a --calls c; --embedded; --kafka",
                "replay --embedded --workspace w --assignments a; --calls; Missing required option",
                "replay --embedded --workspace w|x --assignments a --calls c; --workspace; letter or digit",
                "replay --embedded --workspace w --assignments a --calls c; --calls; there is no readable file c",
                "verify --workspace w --api http://a; --kafka; Missing required option",
                "verify --workspace w|x --api http://a --kafka b --token t; --workspace; letter or digit",
                "verify --workspace w --api a --kafka b --token t; --api; such as http://127.0.0.1:8080",
                "token --workspace w; --user; Missing required option",
                "token --workspace w|x --user u; --workspace; letter or digit",
                "token --workspace w --user u --scope root; --scope; root",
                "token --workspace w --user u --ttl long; --ttl; write for example 20s",
                "replay --kafka h:1 --workspace w --assignments a --calls c; --registry; Missing required",
                "replay --embedded --workspace w --assignments a --calls c --order none; --order; newest-first",
                "dead-letters; list, show; resend",
                "dead-letters list; --config; --kafka",
                "dead-letters list --kafka h:1 --config c; --config; expected only one",
                "dead-letters list --kafka h:1 --limit 0; --limit; 1 or more",
                "dead-letters list --kafka h:1 --reason WHIM; --reason; UNKNOWN_SCHEMA",
                "dead-letters list --kafka h:1 --since soon; --since; 2h",
                "dead-letters list --kafka h:1 --since 2026T; --since; 2026-11-26T09:00:00Z",
                "dead-letters list --registry http://h --topic feed; --topic; RECORDS",
                "dead-letters show 3 --kafka h:1; PLACE; such as 3-17",
                "dead-letters show --kafka h:1; PLACE; Missing required",
                "dead-letters resend --kafka h:1; --reason; such as 3-17",
                "dead-letters resend 3-17 --reason INVALID --kafka h:1; --reason; not both",
            })
    void wrongUsageNamesTheOptionAndTheFix(String line, String option, String fix) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(option).contains(fix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--kafka-port", "--registry-port"})
    void aBusyPortIsNamedWithItsOption(String option) throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(busy.getLocalPort());
            String[] others = {"dev", "--port", "0", "--kafka-port", "0", "--registry-port", "0", option, port};
            CommandLine lenient = command().setOverwrittenOptionsAllowed(true);
            assertThat(lenient.execute(others)).isEqualTo(1);
            assertThat(err.toString())
                    .contains("port " + port + " is in use")
                    .contains("choose another with " + option);
        }
    }

    @Test
    void aFileThatIsNoCallLogFailsWithItsNameBeforeAnythingStarts() throws IOException {
        Path file = Files.writeString(directory.resolve("calls.csv"), "a,b\n");
        String[] args = {
            "replay", "--embedded", "--workspace", "w", "--assignments", file.toString(), "--calls", file.toString()
        };
        assertThat(run(args)).isEqualTo(1);
        assertThat(err.toString()).contains(file.toString()).contains("has no column at");
    }

    @Test
    void aTokenIsSignedWithTheKeyOfTheInstallation() throws IOException {
        String[] line = {"token", "--workspace", "acme", "--user", "ana", "--data", directory.toString()};
        assertThat(run(line)).isEqualTo(1);
        assertThat(err.toString()).contains("there is no").contains("./partyline dev");
        Files.writeString(directory.resolve("token.key"), "0123456789abcdef0123456789abcdef");
        assertThat(run(line)).isZero();
        assertThat(out.toString().strip()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    @ParameterizedTest
    @CsvSource({"500ms, 500", "20s, 20000", "5m, 300000", "1h, 3600000", "2d, 172800000"})
    void durationsAreReadAsPeopleWriteThem(String text, long millis) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    private int run(String... args) {
        return command().execute(args);
    }

    private CommandLine command() {
        return Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    }
}
