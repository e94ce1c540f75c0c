package dev.partyline.bench.delay;

import dev.partyline.api.client.Connection;
import dev.partyline.bench.load.Company;
import dev.partyline.bench.load.OpenLoad;
import dev.partyline.bench.load.Shape;
import dev.partyline.bench.load.Traffic;
import dev.partyline.bench.process.EngineProcess;
import dev.partyline.bench.process.Stage;
import dev.partyline.bench.rate.Backlog;
import dev.partyline.bench.report.Figures;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A large index: throughput with it against an empty one, a restore when the stores are lost, and a takeover when one of two
 * engines with a standby each is killed.
 */
public final class FullBench {
    private static final String FULL = "full";
    private static final double TRAFFIC_PER_SECOND = 500;
    private static final int LATER = 500_000_000;
    private static final int LEAST_SECONDS = 30;
    private static final int RESTORED_PER_SECOND = 40_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Stage stage;
    private final Settings settings;
    private final Consumer<String> say;
    private final EngineProcess engine;
    private final Shape shape;
    private final Backlog backlog;

    private FullBench(Stage stage, Settings settings, Consumer<String> say) throws IOException {
        this.stage = stage;
        this.settings = settings;
        this.say = say;
        this.engine = stage.addEngine("engine");
        this.shape = new Shape(settings.numbers(), settings.assignees());
        this.backlog = new Backlog(stage, engine, shape, false);
    }

    /**
     * What is measured.
     *
     * @param records in the large index, on numbers that nobody is assigned to
     * @param numbers that the traffic comes on; the index has as many more
     * @param rows of a run
     * @param rounds that count
     */
    public record Settings(int records, int numbers, int assignees, int rows, int rounds) {}

    /** Measures on a stage that is used for nothing else. */
    public static List<Figures> run(Stage stage, Settings settings, Consumer<String> say)
            throws IOException, InterruptedException {
        return new FullBench(stage, settings, say).run();
    }

    private List<Figures> run() throws IOException, InterruptedException {
        Connection full = fill();
        backlog.once("empty-warm", settings.rows());
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            without.add(backlog.once("empty-" + round, settings.rows()).written());
            with.add(throughput(full, round));
            say.accept("round %d: empty index %,.0f, large index %,.0f rows/s"
                    .formatted(round + 1, without.get(round), with.get(round)));
        }
        return List.of(
                new Figures("throughput", "empty index", "rows/s", without),
                new Figures("throughput", "large index", "rows/s", with),
                new Figures("cold restore", "large index", "s", List.of(restore(full))),
                new Figures("failover with a standby", "large index", "s", List.of(failover(full))));
    }

    private Connection fill() throws IOException, InterruptedException {
        Connection full = stage.create(FULL);
        engine.start(full, false);
        long firstAt = System.currentTimeMillis() - settings.records();
        Traffic past = new Traffic(settings.numbers(), settings.numbers(), firstAt);
        try (Company company = new Company(full, past)) {
            company.assign(shape);
            company.publish(0, settings.records());
            company.settle(stage.feed(full));
        }
        engine.stop();
        say.accept("the large index is filled");
        return full;
    }

    private double throughput(Connection full, int round) throws IOException, InterruptedException {
        int messages = settings.rows() / settings.assignees();
        Traffic traffic = new Traffic(settings.numbers(), System.currentTimeMillis());
        try (Company company = new Company(full, traffic)) {
            company.publish(round * messages, (round + 1) * messages);
        }
        return backlog.rate(full, messages * settings.assignees()).written();
    }

    private double restore(Connection full) throws IOException {
        engine.forget(full);
        long began = System.nanoTime();
        engine.start(full, false);
        double seconds = seconds(began);
        engine.stop();
        say.accept("restored in %.1f s".formatted(seconds));
        return seconds;
    }

    /** How late the latest row of the second after a kill is. */
    private double failover(Connection full) throws IOException, InterruptedException {
        EngineProcess one = stage.addEngine("one", 1);
        EngineProcess other = stage.addEngine("other", 1);
        one.start(full, false);
        other.start(full, false);
        awaitStandbys(full);
        Traffic traffic = new Traffic(settings.numbers(), System.currentTimeMillis() - LATER);
        try (RowWatch watch = new RowWatch(stage.bootstrapServers(), stage.feed(full));
                OpenLoad load = OpenLoad.start(full, traffic, LATER, TRAFFIC_PER_SECOND)) {
            int warm = load.dueNow();
            int second = (int) TRAFFIC_PER_SECOND;
            watch.rows(load, warm, warm + second, second * settings.assignees(), PATIENCE);
            one.kill();
            int killed = load.dueNow();
            double seconds = watch.rows(load, killed, killed + second, second * settings.assignees(), PATIENCE)
                            .percentile(1)
                    / TimeUnit.SECONDS.toMillis(1);
            say.accept("killed with -9; taken over after %.1f s".formatted(seconds));
            return seconds;
        }
    }

    /** The second engine restores as a standby first, and takes its share of the work then: as long as that may take. */
    private void awaitStandbys(Connection full) throws InterruptedException {
        TimeUnit.SECONDS.sleep(Math.max(LEAST_SECONDS, settings.records() / RESTORED_PER_SECOND));
        try (Company company = new Company(full, new Traffic(settings.numbers(), System.currentTimeMillis()))) {
            company.settle(stage.feed(full));
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
