package dev.partyline.bench.cli;

import dev.partyline.bench.LiveDuringWalk;
import dev.partyline.bench.report.Machine;
import dev.partyline.bench.report.Report;
import java.io.PrintWriter;
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
                        + " process. With a history of 1000000 a round takes some eight minutes.")
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
        Report report = new Report(
                "live-during-walk",
                "Live delivery without a walk and during walks",
                facts,
                LiveDuringWalk.run(history, rounds, line -> {
                    print.println(line);
                    print.flush();
                }));
        out.deliver(report, report.bars(), print);
        return 0;
    }
}
