package dev.partyline.bench.cli;

import dev.partyline.bench.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where results go. */
final class OutOptions {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "${sys:partyline.bench.results:-bench/results}",
            description = "Where table, JSON and chart are written (default: bench/results).")
    private Path out = Path.of("bench", "results");

    /** Prints a report, and writes it with its chart. */
    void deliver(Report report, String chart, PrintWriter print) throws IOException {
        report.write(out, chart);
        print.println();
        print.print(report.text());
        print.println();
        print.println("written to " + out.resolve(report.bench()) + ".md, .json and .svg");
        print.flush();
    }
}
