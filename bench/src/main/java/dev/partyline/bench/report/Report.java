package dev.partyline.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a benchmark says in the end.
 *
 * @param bench its name, and what its files are called
 * @param title what was measured, in a line
 * @param facts the machine and the settings, by name
 * @param figures what was measured
 */
public record Report(String bench, String title, Map<String, String> facts, List<Figures> figures) {
    public Report {
        facts = new LinkedHashMap<>(facts);
        figures = List.copyOf(figures);
    }

    /** Facts and table, as Markdown. */
    public String text() {
        String told = facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("; "));
        return title + "\n\n" + told + "\n\n" + FigureTable.of(figures);
    }

    /**
     * Writes text, JSON and chart into {@code directory}, which is created when it is missing.
     *
     * @param chart an SVG; see {@link #bars} and {@link LineChart}
     */
    public void write(Path directory, String chart) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(bench + ".md"), text());
        Files.writeString(directory.resolve(bench + ".json"), json());
        Files.writeString(directory.resolve(bench + ".svg"), chart);
    }

    /** All figures as bars. */
    public String bars() {
        return BarChart.of(title, figures);
    }

    private String json() throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("bench", bench);
        all.put("title", title);
        all.put("facts", facts);
        all.put("figures", figures.stream().map(this::json).toList());
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }

    private Map<String, Object> json(Figures each) {
        Spread spread = each.spread();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("what", each.group());
        fields.put("who", each.contender());
        fields.put("unit", each.unit());
        fields.put("median", spread.median());
        fields.put("least", spread.least());
        fields.put("most", spread.most());
        for (String yardstick : List.of(Figures.FLOOR, Figures.PEER)) {
            each.medianShareOf(yardstick, figures).ifPresent(share -> fields.put("of_" + yardstick, share));
        }
        fields.put("rounds", each.rounds());
        return fields;
    }
}
