package dev.partyline.api.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
    private static final String CALLS = "call_id,started_at,number,contact_id,agent,outcome,duration_s\n";
    private static final String GOOD = "c1,1999-01-01T08:00:00Z,+97235550101,c7,anat,answered,61\n";
    private static final String ASSIGNMENTS = "at,action,number,user\n1999-01-01T00:00:00Z,assign,+97235550101,anat\n";

    @TempDir
    private Path directory = Path.of("");

    private final List<BadLine> bad = new ArrayList<>();

    @Test
    void linesAreReadIntoWhatTheyMean() throws IOException {
        Logs logs = read(CALLS + GOOD + "c2,1999-01-01T08:01:00Z,24537,,,missed,0\r\n");
        assertThat(logs.calls())
                .containsExactly(
                        new CallLine("c1", at("08:00:00"), "+97235550101", "c7", "anat", false, 61),
                        new CallLine("c2", at("08:01:00"), "24537", "", "", true, 0));
        assertThat(logs.assignments())
                .containsExactly(new AssignmentLine(at("00:00:00"), true, "+97235550101", "anat"));
        assertThat(bad).isEmpty();
    }

    @Test
    void gzipIsKnownByItsContentNotItsName() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write((CALLS + GOOD).getBytes(UTF_8));
        }
        assertThat(read(bytes.toByteArray()).calls()).hasSize(1);
    }

    @Test
    void aGzipFileThatIsCutOffIsAFailureAndNotAShorterFile() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write((CALLS + GOOD.repeat(1000)).getBytes(UTF_8));
        }
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 10);
        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class).hasMessageContaining("calls.csv");
    }

    @Test
    void columnsAreFoundByName() throws IOException {
        Logs logs = read("\uFEFFoutcome,extra,duration_s,agent,contact_id,number,started_at,call_id\n"
                + "missed,x,3,,,24537,1999-01-01T08:00:00Z,c1\n");
        assertThat(logs.calls()).containsExactly(new CallLine("c1", at("08:00:00"), "24537", "", "", true, 3));
    }

    @Test
    void aFileWithoutAColumnIsRefused() {
        assertThatThrownBy(() -> read("call_id,started_at\n"))
                .hasMessageContaining("calls.csv")
                .hasMessageContaining("has no column number");
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
    }

    @Test
    void aBadLineIsNamedWithItsReasonAndSpoilsNoOther() throws IOException {
        Logs logs = read(CALLS
                + "c 1,1999-01-01T08:00:00Z,24537,,,missed,0\n"
                + "c2,yesterday,24537,,,missed,0\n"
                + "c3,1999-01-01T08:00:00Z,97235550101x,,,missed,0\n"
                + "c4,1999-01-01T08:00:00Z,24537,,a|b,answered,0\n"
                + "c5,1999-01-01T08:00:00Z,24537,,,lost,0\n"
                + "c6,1999-01-01T08:00:00Z,24537,,,missed,-1\n"
                + "c7,1999-01-01T08:00:00Z,24537\n"
                + "c8,\"1999,24537,,,missed,0\n"
                + "c9,1959-01-01T08:00:00Z,24537,,,missed,0\n"
                + "\n"
                + GOOD);
        assertThat(logs.calls()).hasSize(1);
        assertThat(bad).extracting(BadLine::line).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(bad)
                .extracting(BadLine::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("call_id is \"c 1\", wanted is 1 to 128 of"),
                        reason ->
                                assertThat(reason).startsWith("started_at is \"yesterday\", wanted is a time such as"),
                        reason -> assertThat(reason).startsWith("number is \"97235550101x\", wanted is E.164"),
                        reason -> assertThat(reason).startsWith("agent is \"a|b\""),
                        reason -> assertThat(reason).isEqualTo("outcome is \"lost\", wanted is missed or answered"),
                        reason -> assertThat(reason)
                                .isEqualTo("duration_s is \"-1\", wanted is whole seconds, 0 or more"),
                        reason -> assertThat(reason).isEqualTo("contact_id is missing: the line has 3 fields"),
                        reason -> assertThat(reason).isEqualTo("a quote is left open"),
                        reason -> assertThat(reason).contains("a time of 1970 or later"));
    }

    @Test
    void theFirstBadLinesAreReportedInFullAndTheOthersCounted() {
        StringWriter err = new StringWriter();
        BadLines report = new BadLines(new PrintWriter(err));
        for (int line = 1; line <= 1234; line++) {
            report.report(new BadLine(Path.of("calls.csv"), line, "because"));
        }
        report.end();
        assertThat(err.toString().lines())
                .hasSize(BadLines.IN_FULL + 1)
                .startsWith("calls.csv:1: because")
                .endsWith("... and 1,214 more bad lines");
        assertThat(report.count()).isEqualTo(1234);
    }

    private Logs read(String calls) throws IOException {
        return read(calls.getBytes(UTF_8));
    }

    private Logs read(byte[] calls) throws IOException {
        Path callsFile = Files.write(directory.resolve("calls.csv"), calls);
        Path assignments = Files.writeString(directory.resolve("assignments.csv"), ASSIGNMENTS);
        ReplayInput.Sequence order = new ReplayInput.Sequence(Order.ASSIGNMENTS_FIRST, 1);
        return Logs.read(new ReplayInput(List.of(callsFile), assignments, "bank", order), bad::add);
    }

    private static Instant at(String time) {
        return Instant.parse("1999-01-01T" + time + "Z");
    }
}
