package dev.partyline.bench.delay;

import dev.partyline.bench.report.Figures;
import dev.partyline.bench.report.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Percentiles of one kind of latency, round by round, in milliseconds. */
final class Percentiles {
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.99;
    private static final double HIGHEST = 0.999;

    private final String what;
    private final List<Samples> rounds = new ArrayList<>();

    Percentiles(String what) {
        this.what = what;
    }

    void add(Samples round) {
        rounds.add(round);
    }

    List<Figures> figures() {
        return List.of(figures("p50", MEDIAN), figures("p99", HIGH), figures("p99.9", HIGHEST));
    }

    static String words(Samples samples) {
        return String.format(
                Locale.ROOT,
                "%,d samples, p50 %.1f, p99 %.1f, p99.9 %.1f ms",
                samples.count(),
                samples.percentile(MEDIAN),
                samples.percentile(HIGH),
                samples.percentile(HIGHEST));
    }

    private Figures figures(String name, double share) {
        return new Figures(
                what,
                name,
                "ms",
                rounds.stream().map(each -> each.percentile(share)).toList());
    }
}
