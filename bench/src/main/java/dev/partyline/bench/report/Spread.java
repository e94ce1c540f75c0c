package dev.partyline.bench.report;

import java.util.List;

/** What the figures of several rounds come to. */
public record Spread(double median, double least, double most) {
    /** @throws IllegalArgumentException when there are no figures */
    public static Spread of(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("no figures");
        }
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int upper = sorted.length / 2;
        int lower = (sorted.length - 1) / 2;
        return new Spread((sorted[lower] + sorted[upper]) / 2, sorted[0], sorted[sorted.length - 1]);
    }
}
