package dev.partyline.bench.delay;

import dev.partyline.api.client.Connection;
import dev.partyline.bench.load.Company;
import dev.partyline.bench.load.OpenLoad;
import dev.partyline.bench.load.Shape;
import dev.partyline.bench.load.Traffic;
import dev.partyline.bench.process.EngineProcess;
import dev.partyline.bench.process.Stage;
import dev.partyline.bench.rate.Backlog;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;

/** An engine with a company in it, and traffic at a share of the highest rate that it can work at. */
final class BusyEngine {
    private static final String NAME = "busy";

    private final Stage stage;
    private final BusySettings settings;
    private final EngineProcess engine;
    private final Connection installation;
    private final Company company;
    private final Traffic traffic;
    private final double perSecond;
    private final URI api;

    private BusyEngine(Stage stage, BusySettings settings, EngineProcess engine, double topRate) throws IOException {
        this.stage = stage;
        this.settings = settings;
        this.engine = engine;
        this.perSecond = topRate * settings.share() / settings.assignees();
        this.installation = stage.create(NAME);
        this.api = engine.start(installation, settings.view());
        this.traffic = new Traffic(settings.numbers(), System.currentTimeMillis());
        this.company = new Company(installation, traffic);
    }

    /** Measures the top rate if it is not known, starts the engine, and assigns everybody. No traffic yet. */
    static BusyEngine start(Stage stage, BusySettings settings, Consumer<String> say)
            throws IOException, InterruptedException {
        EngineProcess engine = stage.addEngine("engine");
        Shape shape = new Shape(settings.numbers(), settings.assignees());
        double top = settings.topRate();
        if (top <= 0) {
            top = new Backlog(stage, engine, shape, settings.view())
                    .top(settings.topRows())
                    .inView();
            say.accept("top rate: %,.0f rows/s".formatted(top));
        }
        BusyEngine busy = new BusyEngine(stage, settings, engine, top);
        busy.company.assign(shape);
        busy.settle();
        say.accept("traffic: %,.0f records/s to %d assignees each".formatted(busy.perSecond, settings.assignees()));
        return busy;
    }

    void settle() throws InterruptedException {
        company.settle(stage.feed(installation));
    }

    Connection installation() {
        return installation;
    }

    EngineProcess engine() {
        return engine;
    }

    URI api() {
        return api;
    }

    /** Messages a second. */
    double perSecond() {
        return perSecond;
    }

    /** Traffic, from the message at this place on. */
    OpenLoad load(int first) {
        return OpenLoad.start(installation, traffic, first, perSecond);
    }

    /** A history on one further number, which nobody is assigned to; it is stored when this returns. */
    void history(int number, int messages) {
        try (Company past = new Company(installation, new Traffic(number, 1, System.currentTimeMillis() - messages))) {
            past.publish(0, messages);
        }
    }
}
