package dev.partyline.bench.cli;

import dev.partyline.bench.delay.BusySettings;
import dev.partyline.bench.delay.LatencyBench;
import dev.partyline.bench.report.Report;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Live latency. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "From when a record should have been published until a committed consumer can read its rows, at half of"
                        + " the engine's top rate.")
final class LatencyCommand implements Callable<Integer> {
    @Option(names = "--view", description = "With the view; by default without.")
    private boolean view;

    @Mixin
    private BusyOptions busy = new BusyOptions();

    @Mixin
    private Run run = new Run();

    @Override
    public Integer call() throws Exception {
        Map<String, String> facts = run.facts();
        busy.tell(facts);
        facts.put("view", view ? "on" : "off");
        BusySettings settings = busy.settings(run.rounds(), view);
        Report report = new Report(
                "latency",
                "Published to readable, 300-byte records",
                facts,
                run.figures((own, say) -> LatencyBench.run(own, settings, say)));
        return run.deliver(report);
    }
}
