package dev.partyline.api.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How often each kind of fault befell an installation, how long it took to recover, and whether anything was wrong after. */
final class Recoveries {
    private final Map<String, Kind> kinds = new TreeMap<>();

    void add(Fault fault, Duration recovery) {
        Kind kind = kinds.computeIfAbsent(fault.name(), unused -> new Kind());
        kind.kills += fault.kills();
        kind.recoveries.add(recovery);
    }

    /** So much was found wrong at the end of a history in which these faults befell the installation. */
    void wrong(List<Fault> faults, int findings) {
        faults.stream()
                .map(Fault::name)
                .distinct()
                .forEach(name -> kinds.computeIfAbsent(name, unused -> new Kind()).wrong += findings);
    }

    int kills() {
        return kinds.values().stream().mapToInt(kind -> kind.kills).sum();
    }

    /** As a table in Markdown. */
    @Override
    public String toString() {
        StringBuilder table =
                new StringBuilder("| fault | times | kills | recovered after, median | at most | wrong |\n"
                        + "|---|---|---|---|---|---|\n");
        kinds.forEach(
                (name, kind) -> table.append("| ").append(name).append(kind).append(" |\n"));
        return table.toString();
    }

    private static final class Kind {
        private final List<Duration> recoveries = new ArrayList<>();
        private int kills;
        private int wrong;

        @Override
        public String toString() {
            List<Duration> sorted = new ArrayList<>(recoveries);
            Collections.sort(sorted);
            String median = sorted.isEmpty() ? "–" : seconds(sorted.get((sorted.size() - 1) / 2));
            String most = sorted.isEmpty() ? "–" : seconds(sorted.get(sorted.size() - 1));
            return " | " + sorted.size() + " | " + kills + " | " + median + " | " + most + " | " + wrong;
        }

        private static String seconds(Duration duration) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
        }
    }
}
