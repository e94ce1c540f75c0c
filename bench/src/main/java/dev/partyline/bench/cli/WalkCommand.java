package dev.partyline.bench.cli;

import dev.partyline.bench.process.Stage;
import dev.partyline.bench.rate.WalkBench;
import dev.partyline.bench.rate.WalkSettings;
import dev.partyline.bench.report.Report;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Backfill and withdrawal against the floor. */
@Command(
        name = "walk",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Backfill and withdrawal of long histories: rows a second, of the engine and of a plain producer that"
                        + " writes the same bytes (floor).")
final class WalkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Rows of each backfill and of each withdrawal (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(
            names = "--numbers",
            paramLabel = "N",
            defaultValue = "8",
            description = "Numbers that are walked at once, a user each (default: ${DEFAULT-VALUE}).")
    private int numbers;

    @Option(names = "--view", description = "With the view; by default without.")
    private boolean view;

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
        facts.put("rows of a walk", Integer.toString(rows));
        facts.put("numbers", Integer.toString(numbers));
        facts.put("view", view ? "on" : "off");
        WalkSettings settings = new WalkSettings(numbers, rows, rounds.rounds(), view);
        try (Stage own = Stage.open(stage.settings())) {
            Report report = new Report(
                    "walk",
                    "Backfill and withdrawal, 300-byte records",
                    facts,
                    WalkBench.run(own, settings, line -> Say.line(print, line)));
            out.deliver(report, report.bars(), print);
        }
        return 0;
    }
}
