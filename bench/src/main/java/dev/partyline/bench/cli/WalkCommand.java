package dev.partyline.bench.cli;

import dev.partyline.bench.rate.WalkBench;
import dev.partyline.bench.rate.WalkSettings;
import dev.partyline.bench.report.Report;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Backfill and withdrawal against the floor. */
@Command(
        name = "walk",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Backfill and withdrawal of long histories: rows a second, of the engine and of a plain producer that"
                        + " writes the same bytes (floor).")
final class WalkCommand implements Callable<Integer> {
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
    private Run run = new Run();

    @Override
    public Integer call() throws Exception {
        Map<String, String> facts = run.facts();
        facts.put("rows of a walk", Integer.toString(rows));
        facts.put("numbers", Integer.toString(numbers));
        facts.put("view", view ? "on" : "off");
        WalkSettings settings = new WalkSettings(numbers, rows, run.rounds(), view);
        Report report = new Report(
                "walk",
                "Backfill and withdrawal, 300-byte records",
                facts,
                run.figures((own, say) -> WalkBench.run(own, settings, say)));
        return run.deliver(report);
    }
}
