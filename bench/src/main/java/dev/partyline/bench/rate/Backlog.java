package dev.partyline.bench.rate;

import dev.partyline.api.client.Connection;
import dev.partyline.bench.load.Company;
import dev.partyline.bench.load.Feed;
import dev.partyline.bench.load.Meter;
import dev.partyline.bench.load.Shape;
import dev.partyline.bench.load.Traffic;
import dev.partyline.bench.process.EngineProcess;
import dev.partyline.bench.process.Stage;
import dev.partyline.bench.report.Progress;
import java.io.IOException;

/** How fast the engine is when there is always more to do: it is stopped while records are published, and started then. */
public final class Backlog {
    private static final String WARM = "top-warm-";
    private static final int WARM_ROUNDS = 3;
    private static final String MEASURED = "top";

    private final Stage stage;
    private final EngineProcess engine;
    private final Shape shape;
    private final boolean view;
    private final Traffic traffic;

    public Backlog(Stage stage, EngineProcess engine, Shape shape, boolean view) {
        this.stage = stage;
        this.engine = engine;
        this.shape = shape;
        this.view = view;
        this.traffic = new Traffic(shape.numbers(), System.currentTimeMillis());
    }

    /**
     * Rows a second.
     *
     * @param written rows of the feed
     * @param inView the same as the view takes them in; as {@code written} when there is none
     */
    public record Rate(double written, double inView) {}

    /** The rate on installations of their own, after some that make Java warm. The engine is stopped then. */
    public Rate top(int rows) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_ROUNDS; i++) {
            once(WARM + i, rows);
        }
        return once(MEASURED, rows);
    }

    /**
     * The rate on an installation of its own, which is deleted afterwards.
     *
     * @param rows about so many: a multiple of the assignees
     */
    public Rate once(String name, int rows) throws IOException, InterruptedException {
        Connection installation = stage.create(name);
        int messages = messages(rows);
        prepare(installation, messages);
        Rate rate = rate(installation, messages * shape.assignees());
        remove(installation, name);
        return rate;
    }

    /** The engine applies the assignments and is stopped; then come the records that are measured. */
    public void prepare(Connection installation, int messages) throws IOException, InterruptedException {
        settle(installation, 0);
        publish(installation, 0, messages);
    }

    /** How many messages make about so many rows; one at the least. */
    int messages(int rows) {
        return Math.max(1, rows / shape.assignees());
    }

    /** The engine applies the assignments, takes in the history and is stopped. */
    void settle(Connection installation, int history) throws IOException, InterruptedException {
        engine.start(installation, view);
        try (Company company = new Company(installation, traffic)) {
            company.assign(shape);
            company.settle(stage.feed(installation));
            company.publish(0, history);
            company.settle(stage.feed(installation));
        }
        engine.stop();
    }

    /** Publishes messages, the first ones being there already, while the engine is stopped. */
    void publish(Connection installation, int first, int messages) {
        try (Company company = new Company(installation, traffic)) {
            company.publish(first, first + messages);
        }
    }

    /** Works it off. The engine is stopped then. */
    public Rate rate(Connection installation, int rows) throws IOException, InterruptedException {
        Feed feed = stage.feed(installation);
        long base = feed.end();
        engine.tellToStart(installation, view);
        Progress written = new Progress();
        Progress slowest = Meter.follow(
                () -> {
                    long end = feed.end();
                    written.add(System.nanoTime(), end - base);
                    return view ? Math.min(end, feed.taken(installation.group())) : end;
                },
                base,
                rows,
                engine::alive);
        engine.started();
        engine.stop();
        return new Rate(Steady.rate(written, rows), Steady.rate(slowest, rows));
    }

    /** Deletes an installation, its topics and the engine's stores. */
    void remove(Connection installation, String name) throws IOException, InterruptedException {
        forget(installation);
        stage.deleteTopics(name + ".");
        stage.deleteTopics(name + "-");
    }

    /** Deletes the engine's stores. */
    public void forget(Connection installation) {
        engine.forget(installation);
    }
}
