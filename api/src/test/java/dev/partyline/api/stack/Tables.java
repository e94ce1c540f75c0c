package dev.partyline.api.stack;

import dev.partyline.naive.NaiveCalls;
import dev.partyline.naive.NaiveCalls.Sight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What replay says against what the naive program says: user, lines, records. */
final class Tables {
    private Tables() {}

    /** As the naive program counts it from the files alone. */
    static Map<String, Sight> expected(Path assignments, List<Path> calls) throws IOException {
        return new TreeMap<>(NaiveCalls.table(assignments, calls));
    }

    /** As {@code replay --table} wrote it. */
    static Map<String, Sight> told(Path table) throws IOException {
        Map<String, Sight> told = new TreeMap<>();
        for (String line : Files.readAllLines(table)) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("user")) {
                told.put(cells[0], new Sight(Integer.parseInt(cells[1]), Integer.parseInt(cells[2])));
            }
        }
        return told;
    }
}
