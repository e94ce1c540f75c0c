package dev.partyline.bench.rate;

import dev.partyline.api.client.Connection;
import dev.partyline.bench.load.Shape;
import dev.partyline.bench.process.EngineProcess;
import dev.partyline.bench.process.Stage;
import dev.partyline.bench.report.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What a delivery costs, in elapsed time of the whole machine: by assignees of a number, by numbers, by history. */
public final class ScaleBench {
    private static final int NUMBERS = 200;
    /** Where assignees are compared: each assignment to a number reads and writes what is known of all its users. */
    private static final int FEW_NUMBERS = 40;

    private static final int ASSIGNEES = 5;
    private static final double MICROS = TimeUnit.SECONDS.toMicros(1);

    private final Stage stage;
    private final EngineProcess engine;
    private final Sizes sizes;
    private final Consumer<String> say;
    private int runs;

    private ScaleBench(Stage stage, Sizes sizes, Consumer<String> say) throws IOException {
        this.stage = stage;
        this.engine = stage.addEngine("engine");
        this.sizes = sizes;
        this.say = say;
    }

    /**
     * What is compared; each list from small to large, and not begun at 0.
     *
     * @param assignees of each of {@value #FEW_NUMBERS} numbers
     * @param numbers with one assignee each
     * @param histories messages in the index before, on {@value #NUMBERS} numbers with {@value #ASSIGNEES} assignees
     * @param rows of each run
     * @param rounds of each
     */
    public record Sizes(
            List<Integer> assignees, List<Integer> numbers, List<Integer> histories, int rows, int rounds) {}

    /** Measures on a stage that is used for nothing else. */
    public static List<Figures> run(Stage stage, Sizes sizes, Consumer<String> say)
            throws IOException, InterruptedException {
        return new ScaleBench(stage, sizes, say).run();
    }

    private List<Figures> run() throws IOException, InterruptedException {
        List<Figures> figures = new ArrayList<>();
        warm();
        for (int each : sizes.assignees()) {
            figures.add(point("cost of a row by assignees per number", each, new Shape(FEW_NUMBERS, each), 0));
        }
        for (int each : sizes.numbers()) {
            figures.add(point("cost of a row by numbers", each, new Shape(each, 1), 0));
        }
        for (int each : sizes.histories()) {
            figures.add(point("cost of a row by history", each, new Shape(NUMBERS, ASSIGNEES), each));
        }
        return figures;
    }

    /** All rounds on one installation, one after the other: to bring as many as a million assignments takes longer than they. */
    private Figures point(String what, int size, Shape shape, int history) throws IOException, InterruptedException {
        String name = "scale-%03d".formatted(runs++);
        Backlog backlog = new Backlog(stage, engine, shape, false);
        Connection installation = stage.create(name);
        backlog.settle(installation, history);
        int messages = backlog.messages(sizes.rows());
        List<Double> rounds = new ArrayList<>();
        for (int i = 0; i < sizes.rounds(); i++) {
            backlog.publish(installation, history + i * messages, messages);
            rounds.add(MICROS
                    / backlog.rate(installation, messages * shape.assignees()).written());
        }
        backlog.remove(installation, name);
        Figures figures = new Figures(what, Integer.toString(size), "µs", rounds);
        say.accept("%s, %,d: %.2f µs".formatted(what, size, figures.spread().median()));
        return figures;
    }

    private void warm() throws IOException, InterruptedException {
        Backlog backlog = new Backlog(stage, engine, new Shape(NUMBERS, ASSIGNEES), false);
        for (int i = 0; i < Steady.WARM_UPS; i++) {
            backlog.once("scale-warm-" + i, sizes.rows());
        }
    }
}
