package dev.partyline.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportTest {
    private static final Report REPORT = new Report(
            "live",
            "Live <fan-out>",
            Map.of("cores", "2"),
            List.of(
                    new Figures("5 assignees", "floor", "rows/s", List.of(300_000.0, 200_000.0, 250_000.0)),
                    new Figures("5 assignees", "engine", "rows/s", List.of(150_000.0, 160_000.0, 100_000.0)),
                    new Figures("20 assignees", "engine", "rows/s", List.of(1.0, 2.0, 3.0))));

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theTableHasMediansAndTheirRatioWithTheSpreadOfTheRounds() {
        assertThat(REPORT.text())
                .contains("cores: 2")
                .contains("| 5 assignees  | engine | 150,000 | 100,000 | 160,000 | rows/s | 0.60 (0.40 to 0.80) ")
                .contains("| 20 assignees | engine | 2.00    | 1.00    | 3.00    | rows/s |                      ");
    }

    @Test
    void allRowsOfATableAreOfOneWidth() {
        assertThat(REPORT.text().lines().filter(line -> line.startsWith("|")).mapToInt(String::length))
                .hasSize(5)
                .containsOnly(
                        REPORT.text().lines().reduce("", (first, last) -> last).length());
    }

    @Test
    void aRunWithoutYardsticksHasNoColumnsForThem() {
        Report alone = new Report("x", "x", Map.of(), List.of(new Figures("g", "p50", "ms", List.of(1.0))));
        assertThat(alone.text()).doesNotContain("floor").doesNotContain("peer");
    }

    @Test
    void itIsWrittenAsTextJsonAndChart() throws IOException {
        REPORT.write(directory.resolve("new"), REPORT.bars());
        JsonNode engine = new ObjectMapper()
                .readTree(directory.resolve("new/live.json").toFile())
                .path("figures")
                .path(1);
        assertThat(engine.path("median").asDouble()).isEqualTo(150_000);
        assertThat(engine.path("of_floor").asDouble()).isEqualTo(0.6);
        assertThat(engine.path("rounds")).hasSize(3);
        assertThat(Files.readString(directory.resolve("new/live.md"))).isEqualTo(REPORT.text());
        assertThat(Files.readString(directory.resolve("new/live.svg"))).startsWith("<svg");
    }

    @Test
    void chartsAreXml() throws Exception {
        List<Figures> points = List.of(
                new Figures("by assignees", "1", "µs", List.of(9.0, 8.0)),
                new Figures("by assignees", "1000", "µs", List.of(4.0)),
                new Figures("by history", "10", "µs", List.of(4.0)));
        for (String chart : List.of(REPORT.bars(), LineChart.of("What a row <costs>", points))) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(chart)));
        }
        assertThat(REPORT.bars().lines().filter(line -> line.startsWith("<rect x=")))
                .hasSize(3);
    }
}
