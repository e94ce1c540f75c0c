package dev.partyline.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Figures as a table: each contender's rounds, and its share of floor and peer where there are any. */
final class FigureTable {
    private static final double LARGE = 1_000;

    private FigureTable() {}

    static String of(List<Figures> all) {
        List<String> yardsticks = List.of(Figures.FLOOR, Figures.PEER).stream()
                .filter(name -> all.stream().anyMatch(each -> each.contender().equals(name)))
                .toList();
        List<List<String>> lines = new ArrayList<>();
        lines.add(heading(yardsticks));
        all.forEach(each -> lines.add(line(each, yardsticks, all)));
        return TextTable.of(lines);
    }

    private static List<String> heading(List<String> yardsticks) {
        List<String> cells = new ArrayList<>(List.of("what", "who", "median", "least", "most", "unit"));
        yardsticks.forEach(name -> cells.add("of the " + name + " (least to most)"));
        return cells;
    }

    private static List<String> line(Figures figures, List<String> yardsticks, List<Figures> all) {
        Spread spread = figures.spread();
        List<String> cells = new ArrayList<>(List.of(
                figures.group(),
                figures.contender(),
                figure(spread.median()),
                figure(spread.least()),
                figure(spread.most()),
                figures.unit()));
        yardsticks.forEach(name -> cells.add(share(figures.medianShareOf(name, all), figures.shareOf(name, all))
                .orElse("")));
        return cells;
    }

    private static Optional<String> share(Optional<Double> medians, Optional<Spread> rounds) {
        return medians.map(ratio -> String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)",
                ratio,
                rounds.orElseThrow().least(),
                rounds.orElseThrow().most()));
    }

    /** Thousands without decimals, less with two. */
    static String figure(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= LARGE ? "%,.0f" : "%.2f", value);
    }
}
