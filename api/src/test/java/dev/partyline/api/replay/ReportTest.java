package dev.partyline.api.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final VisibleTable TABLE = new VisibleTable(
            List.of(new VisibleTable.Row("anat", 3, 197686), new VisibleTable.Row("shahar-the-long", 0, 16)));

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theTableAlignsItsColumns() {
        assertThat(TABLE.text().lines())
                .containsExactly(
                        "user             lines    records",
                        "anat                 3    197,686",
                        "shahar-the-long      0         16");
    }

    @Test
    void theCsvHasPlainNumbers() throws IOException {
        Path file = directory.resolve("table.csv");
        TABLE.writeCsv(file);
        assertThat(Files.readAllLines(file))
                .containsExactly("user,lines,records", "anat,3,197686", "shahar-the-long,0,16");
    }

    @Test
    void theTotalsCountDeliveriesPerSecond() {
        Totals totals = new Totals(249_942, 174, 2, new Totals.Run(6_000_000, Duration.ofSeconds(60)));
        assertThat(totals.text().lines())
                .containsExactly(
                        "calls       249,942",
                        "changes     174",
                        "bad lines   2",
                        "seconds     60.0",
                        "deliveries  6,000,000 (100,000 per second)");
    }
}
