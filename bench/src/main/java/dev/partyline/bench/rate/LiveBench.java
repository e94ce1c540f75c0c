package dev.partyline.bench.rate;

import dev.partyline.api.client.Connection;
import dev.partyline.bench.load.Company;
import dev.partyline.bench.load.Feed;
import dev.partyline.bench.load.Meter;
import dev.partyline.bench.load.Shape;
import dev.partyline.bench.load.Traffic;
import dev.partyline.bench.process.EngineProcess;
import dev.partyline.bench.process.Stage;
import dev.partyline.bench.report.Figures;
import dev.partyline.bench.report.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Live fan-out: floor, peer and engine work off the same backlog in turn, round by round, each in a process that stays warm.
 * The first round, in which the floor reads what the engine has written, does not count.
 */
public final class LiveBench {
    private static final String UNIT = "rows/s";
    private static final String WARM = "floor";

    private final Stage stage;
    private final LiveSettings settings;
    private final Consumer<String> say;
    private final Floor floor;
    private final Peer peer;
    private final EngineProcess engine;
    private final Shape shape;
    private final Traffic traffic;
    private final int rows;

    private LiveBench(Stage stage, LiveSettings settings, Consumer<String> say) throws IOException {
        this.stage = stage;
        this.settings = settings;
        this.say = say;
        this.floor = new Floor(stage);
        this.peer = new Peer(stage, settings.peerStore());
        this.engine = stage.addEngine("engine");
        this.shape = new Shape(settings.numbers(), settings.assignees());
        this.traffic = new Traffic(settings.numbers(), System.currentTimeMillis());
        this.rows = settings.messages() * settings.assignees();
    }

    /**
     * Measures on a stage that is used for nothing else.
     *
     * @param say hears of each round
     */
    public static List<Figures> run(Stage stage, LiveSettings settings, Consumer<String> say)
            throws IOException, InterruptedException {
        return new LiveBench(stage, settings, say).run();
    }

    /** Rows a second of one round. */
    private record Round(double floor, double peer, Engine engine) {}

    /**
     * @param written rows of the feed
     * @param inView the same as the view takes them in; as {@code written} when there is none
     */
    private record Engine(double written, double inView) {}

    private List<Figures> run() throws IOException, InterruptedException {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i <= settings.rounds(); i++) {
            Round round = round(i);
            say.accept("%s, round %d%s: floor %,.0f, peer %,.0f, engine %,.0f, in its view %,.0f rows/s"
                    .formatted(
                            settings.group(),
                            i,
                            i == 0 ? " (warm-up)" : "",
                            round.floor(),
                            round.peer(),
                            round.engine().written(),
                            round.engine().inView()));
            if (i > 0) {
                rounds.add(round);
            }
        }
        return figures(rounds);
    }

    private Round round(int number) throws IOException, InterruptedException {
        Connection installation = stage.create("live-%03d".formatted(number));
        peer.assign(installation, shape);
        prepare(installation);
        Round round;
        if (number == 0) {
            Map<TopicPartition, Long> begin = feed(installation).ends();
            Engine engineRate = engine(installation);
            keep(installation, begin);
            round = new Round(floor.rate(WARM, rows), peer.rate(installation, rows), engineRate);
        } else {
            double floorRate = floor.rate(WARM, rows);
            double peerRate = peer.rate(installation, rows);
            round = new Round(floorRate, peerRate, engine(installation));
        }
        engine.forget(installation);
        stage.deleteTopics(installation.group());
        return round;
    }

    /** The engine applies the assignments and is stopped; then come the records. */
    private void prepare(Connection installation) throws IOException, InterruptedException {
        engine.start(installation, settings.view());
        try (Company company = new Company(installation, traffic)) {
            company.assign(shape);
            company.settle(feed(installation));
            engine.stop();
            company.publish(0, settings.messages());
        }
    }

    private Engine engine(Connection installation) throws IOException, InterruptedException {
        Feed feed = feed(installation);
        long base = feed.end();
        engine.tellToStart(installation, settings.view());
        Progress written = new Progress();
        Progress slowest = Meter.follow(
                () -> {
                    long end = feed.end();
                    written.add(System.nanoTime(), end - base);
                    return settings.view() ? Math.min(end, feed.taken(installation.group())) : end;
                },
                base,
                rows,
                engine::alive);
        engine.started();
        engine.stop();
        return new Engine(Steady.rate(written, rows), Steady.rate(slowest, rows));
    }

    private void keep(Connection installation, Map<TopicPartition, Long> begin) throws IOException {
        Feed feed = feed(installation);
        int kept = floor.keep(WARM, feed.topic(), begin, feed.ends());
        if (kept != rows) {
            throw new IllegalStateException("the engine wrote " + kept + " rows, not " + rows);
        }
    }

    private Feed feed(Connection installation) {
        return new Feed(
                stage.admin(),
                installation.topics().feed().name(),
                stage.settings().partitions());
    }

    private List<Figures> figures(List<Round> rounds) {
        List<Figures> figures = new ArrayList<>();
        add(figures, Figures.FLOOR, rounds.stream().map(Round::floor).toList());
        add(figures, Figures.PEER, rounds.stream().map(Round::peer).toList());
        add(
                figures,
                "engine",
                rounds.stream().map(round -> round.engine().written()).toList());
        if (settings.view()) {
            add(
                    figures,
                    "engine, in its view",
                    rounds.stream().map(round -> round.engine().inView()).toList());
        }
        return figures;
    }

    private void add(List<Figures> figures, String contender, List<Double> rounds) {
        figures.add(new Figures(settings.group(), contender, UNIT, rounds));
    }
}
