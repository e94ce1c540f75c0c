package dev.partyline.api.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The tables of {@code docs/rules.md}. */
final class RulesTable {
    private static final Path FILE = Path.of("..", "docs", "rules.md");
    private static final Pattern IDS = Pattern.compile("(?:(?:, )?[A-Z]+(?:-OWN)?-[0-9]+)+");
    private static final Pattern PRESET = Pattern.compile("`[a-z-]+`");

    private RulesTable() {}

    /** The ids of all rows. */
    static Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        for (List<String> row : rows()) {
            if (IDS.matcher(row.get(0)).matches()) {
                ids.addAll(List.of(row.get(0).split(", ", -1)));
            }
        }
        return ids;
    }

    /** The rows of the table of presets: name, product, fields. */
    static List<List<String>> presets() {
        return rows().stream()
                .filter(row -> PRESET.matcher(row.get(0)).matches())
                .toList();
    }

    private static List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(FILE)) {
                if (line.startsWith("| ")) {
                    rows.add(List.of(line.substring(2).split(" ?\\| ?", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
