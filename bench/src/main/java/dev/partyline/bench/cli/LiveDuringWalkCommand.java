package dev.partyline.bench.cli;

import dev.partyline.bench.LiveDuringWalk;
import dev.partyline.bench.report.Machine;
import dev.partyline.bench.report.Report;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Live delivery beside walks. */
@Command(
        name = "live-during-walk",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Live delivery on a number with a long history, during walks of each kind and without one; everything in one"
                        + " process. With a history of 1000000 a round takes some ten minutes.")
final class LiveDuringWalkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--history",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Records on the number (default: ${DEFAULT-VALUE}).")
    private int history;

    @Option(
            names = "--kinds",
            paramLabel = "KIND",
            split = ",",
            defaultValue = "assignment,policy,deactivation,contact_owner,dated_back",
            description = "The changes that make walks, there and back (default: ${DEFAULT-VALUE}).")
    private List<LiveDuringWalk.Kind> kinds = List.of();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often it is measured (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Mixin
    private OutOptions out = new OutOptions();

    @Override
    public Integer call() throws Exception {
        PrintWriter print = spec.commandLine().getOut();
        Map<String, String> facts = Machine.facts();
        facts.put("history", Integer.toString(history));
        facts.put("changes", kinds.toString());
        Report report = new Report(
                "live-during-walk",
                "Live delivery without a walk and during walks",
                facts,
                LiveDuringWalk.run(history, new LinkedHashSet<>(kinds), rounds, line -> {
                    print.println(line);
                    print.flush();
                }));
        out.deliver(report, report.bars(), print);
        return 0;
    }
}
