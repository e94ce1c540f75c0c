package dev.partyline.bench.cli;

import dev.partyline.bench.delay.BusySettings;
import dev.partyline.bench.delay.ReadsBench;
import dev.partyline.bench.report.Report;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads over HTTP. */
@Command(
        name = "reads",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Assignees, numbers, feed pages and checks in turn over HTTP with keep-alive, as fast as 4 connections go"
                        + " and at a constant rate, while records come at half of the engine's top rate.")
final class ReadsCommand implements Callable<Integer> {
    @Option(
            names = "--reads",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Reads a second, of all kinds together (default: ${DEFAULT-VALUE}).")
    private int reads;

    @Mixin
    private BusyOptions busy = new BusyOptions();

    @Mixin
    private Run run = new Run();

    @Override
    public Integer call() throws Exception {
        Map<String, String> facts = run.facts();
        busy.tell(facts);
        facts.put("reads", reads + "/s");
        BusySettings settings = busy.settings(run.rounds(), true);
        Report report = new Report(
                "reads",
                "Reads over HTTP beside a working engine",
                facts,
                run.figures((own, say) -> ReadsBench.run(own, settings, reads, say)));
        return run.deliver(report);
    }
}
