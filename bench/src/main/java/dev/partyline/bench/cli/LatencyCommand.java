package dev.partyline.bench.cli;

import dev.partyline.bench.delay.BusySettings;
import dev.partyline.bench.delay.LatencyBench;
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

/** Live latency. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "From when a record should have been published until a committed consumer can read its rows, at half of"
                        + " the engine's top rate.")
final class LatencyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--view", description = "With the view; by default without.")
    private boolean view;

    @Mixin
    private BusyOptions busy = new BusyOptions();

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
        busy.tell(facts);
        facts.put("view", view ? "on" : "off");
        BusySettings settings = busy.settings(rounds.rounds(), view);
        try (Stage own = Stage.open(stage.settings())) {
            Report report = new Report(
                    "latency",
                    "Published to readable, 300-byte records",
                    facts,
                    LatencyBench.run(own, settings, line -> Say.line(print, line)));
            out.deliver(report, report.bars(), print);
        }
        return 0;
    }
}
