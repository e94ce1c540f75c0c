package dev.partyline.bench.cli;

import dev.partyline.bench.delay.BusySettings;
import dev.partyline.bench.delay.ReadsBench;
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

/** Reads over HTTP. */
@Command(
        name = "reads",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Assignees, numbers, feed pages and checks in turn over HTTP with keep-alive, at a constant rate, while"
                        + " records come at half of the engine's top rate.")
final class ReadsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--reads",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Reads a second, of all kinds together (default: ${DEFAULT-VALUE}).")
    private int reads;

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
        facts.put("reads", reads + "/s");
        BusySettings settings = busy.settings(rounds.rounds(), true);
        try (Stage own = Stage.open(stage.settings())) {
            Report report = new Report(
                    "reads",
                    "Reads over HTTP beside a working engine",
                    facts,
                    ReadsBench.run(own, settings, reads, line -> Say.line(print, line)));
            out.deliver(report, report.bars(), print);
        }
        return 0;
    }
}
