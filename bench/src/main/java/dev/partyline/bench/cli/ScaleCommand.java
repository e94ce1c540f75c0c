package dev.partyline.bench.cli;

import dev.partyline.bench.rate.ScaleBench;
import dev.partyline.bench.report.LineChart;
import dev.partyline.bench.report.Report;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a delivery costs at different sizes. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "What a row costs by assignees of a number, by numbers and by history, as charts.")
final class ScaleCommand implements Callable<Integer> {
    @Option(
            names = "--assignees",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,10,100,1000",
            description = "Assignees of each number (default: ${DEFAULT-VALUE}).")
    private List<Integer> assignees = List.of();

    @Option(
            names = "--numbers",
            paramLabel = "N",
            split = ",",
            defaultValue = "10,1000,100000,1000000",
            description = "Numbers, with one assignee each (default: ${DEFAULT-VALUE}).")
    private List<Integer> numbers = List.of();

    @Option(
            names = "--histories",
            paramLabel = "N",
            split = ",",
            defaultValue = "1000,100000,1000000",
            description = "Records that are in the index before (default: ${DEFAULT-VALUE}).")
    private List<Integer> histories = List.of();

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Rows of each run (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Mixin
    private Run run = new Run();

    @Override
    public Integer call() throws Exception {
        Map<String, String> facts = run.facts();
        facts.put("rows of a run", Integer.toString(rows));
        ScaleBench.Sizes sizes = new ScaleBench.Sizes(assignees, numbers, histories, rows, run.rounds());
        Report report = new Report(
                "scale", "What a row costs", facts, run.figures((own, say) -> ScaleBench.run(own, sizes, say)));
        return run.deliver(report, LineChart.of(report.title(), report.figures()));
    }
}
