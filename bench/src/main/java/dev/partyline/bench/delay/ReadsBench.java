package dev.partyline.bench.delay;

import dev.partyline.api.http.auth.Scope;
import dev.partyline.bench.delay.Readers.Kind;
import dev.partyline.bench.delay.Readers.Outcome;
import dev.partyline.bench.delay.Readers.Schedule;
import dev.partyline.bench.load.OpenLoad;
import dev.partyline.bench.load.Traffic;
import dev.partyline.bench.process.Stage;
import dev.partyline.bench.report.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads over HTTP beside a working engine: in each round as fast as a few connections go, then at a constant rate over many.
 * Rounds that make Java warm come first, over few connections too: many would leave Java's compiler no processor. The floor
 * is an answer for which nothing is looked up.
 */
public final class ReadsBench {
    private static final int WARM_UPS = 3;
    private static final List<Kind> ALL = List.of(Kind.ASSIGNEES, Kind.NUMBERS, Kind.FEED, Kind.CHECK);
    private static final List<Kind> FLOOR = List.of(Kind.PRESETS);
    private static final int FEW = 4;
    private static final int MANY = 32;

    private final BusySettings settings;
    private final int perSecond;
    private final Readers readers;
    private final Consumer<String> say;
    private final List<Double> fastest = new ArrayList<>();
    private final List<Double> floor = new ArrayList<>();
    private final List<Double> answered = new ArrayList<>();
    private final Map<Kind, Percentiles> atRate = new EnumMap<>(Kind.class);

    private ReadsBench(BusyEngine busy, BusySettings settings, int perSecond, Consumer<String> say) {
        this.settings = settings;
        this.perSecond = perSecond;
        this.say = say;
        String token = busy.engine().token(Traffic.WORKSPACE, "operator", Scope.OPS);
        this.readers = new Readers(busy.api(), token, settings.numbers());
    }

    /**
     * Measures on a stage that is used for nothing else.
     *
     * @param perSecond reads, of all kinds together
     */
    public static List<Figures> run(Stage stage, BusySettings settings, int perSecond, Consumer<String> say)
            throws IOException, InterruptedException {
        BusyEngine busy = BusyEngine.start(stage, settings, say);
        ReadsBench bench = new ReadsBench(busy, settings, perSecond, say);
        try (OpenLoad load = busy.load(0)) {
            return bench.run();
        }
    }

    private List<Figures> run() throws InterruptedException {
        for (int i = 1; i <= WARM_UPS; i++) {
            asFastAsTheyGo("warm-up " + i, ALL);
        }
        for (int round = 1; round <= settings.rounds(); round++) {
            floor.add(asFastAsTheyGo("round " + round + ", floor", FLOOR));
            fastest.add(asFastAsTheyGo("round " + round, ALL));
            answered.add(atRate("round " + round));
        }
        List<Figures> figures = new ArrayList<>();
        String asFast = "as fast as %d connections go".formatted(FEW);
        figures.add(new Figures(asFast, Figures.FLOOR, "reads/s", floor));
        figures.add(new Figures(asFast, "all", "reads/s", fastest));
        figures.add(new Figures("of %,d reads/s".formatted(perSecond), "answered", "reads/s", answered));
        atRate.values().forEach(each -> figures.addAll(each.figures()));
        return figures;
    }

    private double asFastAsTheyGo(String round, List<Kind> kinds) throws InterruptedException {
        Outcome outcome = readers.read(Schedule.asFastAsTheyGo(settings.length()), FEW, kinds);
        say(round + ", as fast as they go", outcome);
        return outcome.perSecond();
    }

    /** Reads that were answered, each second. */
    private double atRate(String round) throws InterruptedException {
        Outcome outcome = readers.read(Schedule.atRate(perSecond, settings.length()), MANY, ALL);
        say(
                "%s, at %,d/s%s".formatted(round, perSecond, outcome.keptUp() ? "" : ", given up: they do not keep up"),
                outcome);
        outcome.samples()
                .forEach((kind, samples) -> atRate.computeIfAbsent(kind, each -> new Percentiles(name(each)))
                        .add(samples));
        return outcome.perSecond();
    }

    private void say(String what, Outcome outcome) {
        say.accept("%s: %,.0f reads/s, %d answered 503 and asked again"
                .formatted(what, outcome.perSecond(), outcome.refused()));
        outcome.samples().forEach((kind, samples) -> say.accept("  " + name(kind) + ": " + Percentiles.words(samples)));
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
