package dev.partyline.bench.rate;

import dev.partyline.api.client.Connection;
import dev.partyline.bench.load.Company;
import dev.partyline.bench.load.Feed;
import dev.partyline.bench.load.Meter;
import dev.partyline.bench.load.Traffic;
import dev.partyline.bench.process.EngineProcess;
import dev.partyline.bench.process.Stage;
import dev.partyline.bench.report.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Backfill and withdrawal: a user is assigned to each of some numbers with long histories, then unassigned, again and again.
 * The floor writes those very rows, as they were read from the first round.
 */
public final class WalkBench {
    private final Stage stage;
    private final WalkSettings settings;
    private final Consumer<String> say;
    private final Floor floor;
    private final EngineProcess engine;

    private WalkBench(Stage stage, WalkSettings settings, Consumer<String> say) throws IOException {
        this.stage = stage;
        this.settings = settings;
        this.say = say;
        this.floor = new Floor(stage);
        this.engine = stage.addEngine("engine");
    }

    /** Measures on a stage that is used for nothing else. */
    public static List<Figures> run(Stage stage, WalkSettings settings, Consumer<String> say)
            throws IOException, InterruptedException {
        return new WalkBench(stage, settings, say).run();
    }

    /** One way, and how it is called. */
    private enum Way {
        BACKFILL,
        WITHDRAWAL;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private List<Figures> run() throws IOException, InterruptedException {
        Connection installation = stage.create("walk");
        engine.start(installation, settings.view());
        Feed feed = stage.feed(installation);
        Map<Way, List<Floor.Rates>> floors = new HashMap<>();
        Map<Way, List<Double>> engines = new HashMap<>();
        try (Company company = new Company(installation, new Traffic(settings.numbers(), System.currentTimeMillis()))) {
            company.publish(0, settings.rows());
            company.settle(feed);
            for (int round = 0; round < Steady.WARM_UPS + settings.rounds(); round++) {
                boolean counts = round >= Steady.WARM_UPS;
                for (Way way : Way.values()) {
                    Floor.Rates floorRates = round == 0 ? Floor.Rates.NONE : floor.rates(way.word(), settings.rows());
                    double engineRate = walk(company, feed, way, round);
                    say.accept("%s, round %d%s: floor %,.0f and %,.0f, engine %,.0f rows/s"
                            .formatted(
                                    way.word(),
                                    round,
                                    counts ? "" : " (warm-up)",
                                    floorRates.one(),
                                    floorRates.many(),
                                    engineRate));
                    if (counts) {
                        floors.computeIfAbsent(way, key -> new ArrayList<>()).add(floorRates);
                        engines.computeIfAbsent(way, key -> new ArrayList<>()).add(engineRate);
                    }
                }
            }
        }
        engine.stop();
        return figures(floors, engines);
    }

    private double walk(Company company, Feed feed, Way way, int round) throws IOException, InterruptedException {
        Map<TopicPartition, Long> begin = feed.ends();
        long base = begin.values().stream().mapToLong(Long::longValue).sum();
        for (int number = 0; number < settings.numbers(); number++) {
            if (way == Way.BACKFILL) {
                company.assign(number, number);
            } else {
                company.unassign(number, number);
            }
        }
        company.flush();
        double rate = Steady.rate(Meter.follow(feed::end, base, settings.rows(), engine::alive), settings.rows());
        company.settle(feed);
        if (round == 0) {
            int kept = floor.keep(way.word(), feed.topic(), begin, feed.ends());
            if (kept != settings.rows()) {
                throw new IllegalStateException("the walk wrote " + kept + " rows, not " + settings.rows());
            }
            floor.rates(way.word(), settings.rows());
        }
        return rate;
    }

    private List<Figures> figures(Map<Way, List<Floor.Rates>> floors, Map<Way, List<Double>> engines) {
        List<Figures> figures = new ArrayList<>();
        for (Way way : Way.values()) {
            figures.addAll(floor.figures(way.word(), floors.getOrDefault(way, List.of())));
            figures.add(new Figures(way.word(), "engine", Steady.UNIT, engines.getOrDefault(way, List.of())));
        }
        return figures;
    }
}
