package dev.partyline.bench.cli;

import dev.partyline.bench.delay.FullBench;
import dev.partyline.bench.process.Stage;
import dev.partyline.bench.report.Report;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A large index. */
@Command(
        name = "full",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Throughput with a large index against an empty one; a cold restore of it; a failover with a standby.")
final class FullCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

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
    private RoundsOption rounds = new RoundsOption();

    @Mixin
    private StageOptions stage = new StageOptions();

    @Mixin
    private OutOptions out = new OutOptions();

    @Override
    public Integer call() throws Exception {
        PrintWriter print = spec.commandLine().getOut();
        Map<String, String> facts = stage.facts();
        facts.put("records in the large index", Integer.toString(records));
        facts.put("rows of a run", Integer.toString(rows));
        FullBench.Settings settings = new FullBench.Settings(records, numbers, assignees, rows, rounds.rounds());
        try (Stage own = Stage.open(stage.settings())) {
            Report report = new Report(
                    "full", "A large index", facts, FullBench.run(own, settings, line -> Say.line(print, line)));
            out.deliver(report, report.bars(), print);
        }
        return 0;
    }
}
