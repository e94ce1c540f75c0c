package dev.partyline.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a cost grows, as an SVG: one line per group, its contenders' names being numbers, on a logarithmic axis. */
public final class LineChart {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 220;
    private static final int MARGIN = 70;

    private LineChart() {}

    /** One chart below the other, one for each group, each from zero. */
    public static String of(String title, List<Figures> all) {
        List<String> groups = all.stream().map(Figures::group).distinct().toList();
        StringBuilder svg = new StringBuilder(
                Svg.open(WIDTH + 2 * MARGIN, MARGIN / 2 + groups.size() * (HEIGHT + MARGIN) + MARGIN / 2));
        svg.append(Svg.text(10, 20, "start", title));
        for (int i = 0; i < groups.size(); i++) {
            String group = groups.get(i);
            int top = MARGIN / 2 + 20 + i * (HEIGHT + MARGIN);
            svg.append(panel(
                    group,
                    all.stream().filter(each -> each.group().equals(group)).toList(),
                    top));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String panel(String group, List<Figures> points, int top) {
        double most =
                points.stream().mapToDouble(each -> each.spread().most()).max().orElse(1);
        double first = Math.log10(x(points.get(0)));
        double last = Math.log10(x(points.get(points.size() - 1)));
        List<String> line = new ArrayList<>();
        StringBuilder svg = new StringBuilder();
        int bottom = top + HEIGHT;
        svg.append(
                Svg.text(MARGIN, top - 6, "start", group + ", " + points.get(0).unit()));
        for (Figures point : points) {
            double across = last > first ? (Math.log10(x(point)) - first) / (last - first) : 0;
            double x = MARGIN + across * WIDTH;
            double y = bottom - point.spread().median() / most * (HEIGHT - 20);
            line.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
            svg.append(
                    String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#4878a8\"/>%n", x, y));
            svg.append(Svg.text(
                    x, y - 8, "middle", FigureTable.figure(point.spread().median())));
            svg.append(Svg.text(x, bottom + 16, "middle", point.contender()));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#888\"/>%n",
                MARGIN,
                bottom,
                MARGIN + WIDTH,
                bottom));
        return svg.append("<polyline fill=\"none\" stroke=\"#4878a8\" stroke-width=\"2\" points=\"")
                .append(String.join(" ", line))
                .append("\"/>\n")
                .toString();
    }

    private static double x(Figures point) {
        return Double.parseDouble(point.contender());
    }
}
