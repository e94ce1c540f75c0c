package dev.partyline.bench.cli;

import dev.partyline.bench.delay.BusySettings;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Option;

/** How the engine is kept busy while something is measured beside it. */
final class BusyOptions {
    @Option(
            names = "--rate",
            paramLabel = "ROWS/S",
            defaultValue = "0",
            description = "The engine's top rate (default: it is measured first).")
    private double topRate;

    @Option(
            names = "--top-rows",
            paramLabel = "N",
            defaultValue = "500000",
            description = "Rows by which the top rate is measured (default: ${DEFAULT-VALUE}).")
    private int topRows;

    @Option(
            names = "--share",
            paramLabel = "SHARE",
            defaultValue = "0.5",
            description = "Of the top rate, at which records come meanwhile (default: ${DEFAULT-VALUE}).")
    private double share;

    @Option(
            names = "--assignees",
            paramLabel = "N",
            defaultValue = "5",
            description = "Assignees of each number (default: ${DEFAULT-VALUE}).")
    private int assignees;

    @Option(
            names = "--numbers",
            paramLabel = "N",
            defaultValue = "200",
            description = "Numbers that records come on, and users (default: ${DEFAULT-VALUE}).")
    private int numbers;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long each round is (default: ${DEFAULT-VALUE}).")
    private int seconds;

    BusySettings settings(int rounds, boolean view) {
        return new BusySettings(numbers, assignees, view, topRate, topRows, share, rounds, Duration.ofSeconds(seconds));
    }

    void tell(Map<String, String> facts) {
        facts.put("records come at", share + " of the top rate" + (topRate > 0 ? ", " + topRate + " rows/s" : ""));
        facts.put("numbers", Integer.toString(numbers));
        facts.put("assignees", Integer.toString(assignees));
        facts.put("round", seconds + " s");
    }
}
