package dev.partyline.bench.rate;

import dev.partyline.api.client.Connection;
import dev.partyline.bench.load.Feed;
import dev.partyline.bench.load.Shape;
import dev.partyline.bench.process.Stage;
import dev.partyline.bench.report.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Live fan-out: floor, peer and engine work off the same backlog in turn, round by round, each in a process that stays warm.
 * In the first round, which does not count, the floor reads what the engine has written.
 */
public final class LiveBench {
    private static final String WARM = "floor";

    private final Stage stage;
    private final LiveSettings settings;
    private final Consumer<String> say;
    private final Floor floor;
    private final Peer peer;
    private final Backlog backlog;
    private final Shape shape;
    private final int rows;

    private LiveBench(Stage stage, LiveSettings settings, Consumer<String> say) throws IOException {
        this.stage = stage;
        this.settings = settings;
        this.say = say;
        this.floor = new Floor(stage);
        this.peer = new Peer(stage, settings.peerStore());
        this.shape = new Shape(settings.numbers(), settings.assignees());
        this.backlog = new Backlog(stage, stage.addEngine("engine"), shape, settings.view());
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
    private record Round(Floor.Rates floor, double peer, Backlog.Rate engine) {}

    private List<Figures> run() throws IOException, InterruptedException {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < Steady.WARM_UPS + settings.rounds(); i++) {
            Round round = round(i);
            boolean counts = i >= Steady.WARM_UPS;
            say.accept("%s, round %d%s: floor %,.0f and %,.0f, peer %,.0f, engine %,.0f, in its view %,.0f rows/s"
                    .formatted(
                            settings.group(),
                            i,
                            counts ? "" : " (warm-up)",
                            round.floor().one(),
                            round.floor().many(),
                            round.peer(),
                            round.engine().written(),
                            round.engine().inView()));
            if (counts) {
                rounds.add(round);
            }
        }
        return figures(rounds);
    }

    private Round round(int number) throws IOException, InterruptedException {
        Connection installation = stage.create("live-%03d".formatted(number));
        peer.assign(installation, shape);
        backlog.prepare(installation, settings.messages());
        Round round;
        if (number == 0) {
            Map<TopicPartition, Long> begin = stage.feed(installation).ends();
            Backlog.Rate engineRate = backlog.rate(installation, rows);
            keep(installation, begin);
            round = new Round(floor.rates(WARM, rows), peer.rate(installation, rows), engineRate);
        } else {
            Floor.Rates floorRates = floor.rates(WARM, rows);
            double peerRate = peer.rate(installation, rows);
            round = new Round(floorRates, peerRate, backlog.rate(installation, rows));
        }
        backlog.forget(installation);
        stage.deleteTopics(installation.group());
        return round;
    }

    private void keep(Connection installation, Map<TopicPartition, Long> begin) throws IOException {
        Feed feed = stage.feed(installation);
        int kept = floor.keep(WARM, feed.topic(), begin, feed.ends());
        if (kept != rows) {
            throw new IllegalStateException("the engine wrote " + kept + " rows, not " + rows);
        }
    }

    private List<Figures> figures(List<Round> rounds) {
        List<Figures> figures = new ArrayList<>(floor.figures(
                settings.group(), rounds.stream().map(Round::floor).toList()));
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
        figures.add(new Figures(settings.group(), contender, Steady.UNIT, rounds));
    }
}
