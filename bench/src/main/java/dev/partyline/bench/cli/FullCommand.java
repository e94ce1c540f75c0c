package dev.partyline.bench.cli;

import dev.partyline.bench.delay.FullBench;
import dev.partyline.bench.report.Report;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A large index. */
@Command(
        name = "full",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Throughput with a large index against an empty one; a cold restore of it; a failover with a standby.")
final class FullCommand implements Callable<Integer> {
    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "Records in the large index (default: ${DEFAULT-VALUE}).")
    private int records;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Rows of each run (default: ${DEFAULT-VALUE}).")
    private int rows;

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

    @Mixin
    private Run run = new Run();

    @Override
    public Integer call() throws Exception {
        Map<String, String> facts = run.facts();
        facts.put("records in the large index", Integer.toString(records));
        facts.put("rows of a run", Integer.toString(rows));
        FullBench.Settings settings = new FullBench.Settings(records, numbers, assignees, rows, run.rounds());
        Report report = new Report(
                "full", "A large index", facts, run.figures((own, say) -> FullBench.run(own, settings, say)));
        return run.deliver(report);
    }
}
