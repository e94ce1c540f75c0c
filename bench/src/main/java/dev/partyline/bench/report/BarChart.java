package dev.partyline.bench.report;

import java.util.List;
import java.util.Locale;

/** Figures as an SVG: a bar for each median, a line over it from the least to the most. */
final class BarChart {
    private static final int LABELS = 330;
    private static final int BARS = 480;
    private static final int FIGURES = 150;
    private static final int ROW = 24;
    private static final int TOP = 44;

    private BarChart() {}

    static String of(String title, List<Figures> all) {
        double most =
                all.stream().mapToDouble(each -> each.spread().most()).max().orElse(1);
        StringBuilder svg = new StringBuilder(Svg.open(LABELS + BARS + FIGURES, TOP + ROW * all.size() + ROW));
        svg.append(Svg.text(10, ROW, "start", title));
        for (int i = 0; i < all.size(); i++) {
            svg.append(bar(all.get(i), TOP + ROW * i, BARS / most));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String bar(Figures figures, int y, double scale) {
        Spread spread = figures.spread();
        int middle = y + ROW / 2;
        return Svg.text(LABELS - 10, middle + 4, "end", figures.group() + ": " + figures.contender())
                + String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                        LABELS,
                        y + 3,
                        spread.median() * scale,
                        ROW - 6,
                        colour(figures.contender()))
                + String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#222\" stroke-width=\"2\"/>%n",
                        LABELS + spread.least() * scale,
                        middle,
                        LABELS + spread.most() * scale,
                        middle)
                + Svg.text(
                        LABELS + BARS + 8,
                        middle + 4,
                        "start",
                        FigureTable.figure(spread.median()) + " " + figures.unit());
    }

    private static String colour(String contender) {
        if (contender.startsWith(Figures.FLOOR)) {
            return "#b8b8b8";
        }
        return contender.equals(Figures.PEER) ? "#e0a458" : "#4878a8";
    }
}
