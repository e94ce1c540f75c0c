package dev.partyline.bench.cli;

import dev.partyline.bench.delay.BusySettings;
import dev.partyline.bench.delay.EffectiveBench;
import dev.partyline.bench.delay.EffectiveBench.Changes;
import dev.partyline.bench.report.Report;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes until they are effective. */
@Command(
        name = "effective",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "From a change to its being effective, as POST changes?wait answers, on numbers with short and long"
                        + " histories, while records come at half of the engine's top rate.")
final class EffectiveCommand implements Callable<Integer> {
    @Option(
            names = "--histories",
            paramLabel = "N",
            split = ",",
            defaultValue = "1000,1000000",
            description = "Records on the numbers that are changed (default: ${DEFAULT-VALUE}).")
    private List<Integer> histories = List.of();

    @Option(
            names = "--changes",
            paramLabel = "N",
            defaultValue = "40",
            description = "Changes on each of them in a round (default: ${DEFAULT-VALUE}).")
    private int changes;

    @Option(
            names = "--pause",
            paramLabel = "MS",
            defaultValue = "300",
            description = "Between two changes (default: ${DEFAULT-VALUE}).")
    private long pause;

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
        facts.put("changes on each number in a round", Integer.toString(changes));
        BusySettings settings = busy.settings(run.rounds(), view);
        Changes plan = new Changes(histories, changes, pause);
        Report report = new Report(
                "effective",
                "Change to effective",
                facts,
                run.figures((own, say) -> EffectiveBench.run(own, settings, plan, say)));
        return run.deliver(report);
    }
}
