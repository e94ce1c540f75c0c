package dev.partyline.bench.cli;

import dev.partyline.bench.process.Stage;
import dev.partyline.bench.report.Figures;
import dev.partyline.bench.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the benchmarks have in common: how often, on what and where to, and what becomes of their figures. */
final class Run {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RoundsOption rounds = new RoundsOption();

    @Mixin
    private StageOptions stage = new StageOptions();

    @Mixin
    private OutOptions out = new OutOptions();

    /** What is measured on a stage; it says how it goes. */
    @FunctionalInterface
    interface Benchmark {
        List<Figures> on(Stage stage, Consumer<String> say) throws Exception;
    }

    int rounds() {
        return rounds.rounds();
    }

    /** The machine, and what was chosen; for a command to add to. */
    Map<String, String> facts() {
        return stage.facts();
    }

    /** Measures on a stage of its own. */
    List<Figures> figures(Benchmark benchmark) throws Exception {
        try (Stage own = Stage.open(stage.settings())) {
            return benchmark.on(own, this::say);
        }
    }

    /** Delivers a report with bars as its chart; the exit code. */
    int deliver(Report report) throws IOException {
        return deliver(report, report.bars());
    }

    int deliver(Report report, String chart) throws IOException {
        out.deliver(report, chart, spec.commandLine().getOut());
        return 0;
    }

    private void say(String line) {
        PrintWriter print = spec.commandLine().getOut();
        print.println(line);
        print.flush();
    }
}
