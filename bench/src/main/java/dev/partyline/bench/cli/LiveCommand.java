package dev.partyline.bench.cli;

import dev.partyline.bench.rate.LiveBench;
import dev.partyline.bench.rate.LiveSettings;
import dev.partyline.bench.report.Figures;
import dev.partyline.bench.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Live fan-out against floor and peer. */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Live fan-out of 300-byte records: rows a second, of the engine with its view off and on, of a plain"
                        + " producer that writes the same bytes (floor), and of a hand-written Streams application (peer).")
final class LiveCommand implements Callable<Integer> {
    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Rows of the feed in each run (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(
            names = "--assignees",
            paramLabel = "N",
            split = ",",
            defaultValue = "5,20",
            description = "Assignees of each number (default: ${DEFAULT-VALUE}).")
    private List<Integer> assignees = List.of();

    @Option(
            names = "--numbers",
            paramLabel = "N",
            defaultValue = "200",
            description = "Numbers, and users (default: ${DEFAULT-VALUE}).")
    private int numbers;

    @Option(
            names = "--view",
            paramLabel = "off|on",
            split = ",",
            defaultValue = "off,on",
            description = "Without the view, or with it (default: both).")
    private List<View> views = List.of();

    @Option(
            names = "--peer-store",
            paramLabel = "rocksdb|memory",
            defaultValue = "rocksdb",
            description = "Where the peer keeps its table (default: ${DEFAULT-VALUE}, which is the DSL's).")
    private String peerStore = "rocksdb";

    @Mixin
    private Run run = new Run();

    /** Whether the engine keeps its view. */
    enum View {
        OFF,
        ON
    }

    @Override
    public Integer call() throws Exception {
        Map<String, String> facts = run.facts();
        facts.put("rows of a run", Integer.toString(rows));
        facts.put("numbers", Integer.toString(numbers));
        facts.put("peer's table", peerStore);
        List<Figures> figures = new ArrayList<>();
        for (int each : assignees) {
            for (View view : views) {
                LiveSettings settings = new LiveSettings(numbers, each, view == View.ON, rows, run.rounds(), peerStore);
                figures.addAll(run.figures((own, say) -> LiveBench.run(own, settings, say)));
            }
        }
        Report report = new Report("live", "Live fan-out, 300-byte records", facts, figures);
        return run.deliver(report);
    }
}
