package dev.partyline.api.verify;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells rows that are wrong from rows that are on their way: what has stayed different, in the same way, for long enough.
 * Pure memory; the time is given to it.
 */
public final class RowDifferences {
    private final Duration patience;
    private Map<String, Since> pending = new TreeMap<>();

    /** @param patience so long a row may be on its way */
    RowDifferences(Duration patience) {
        this.patience = patience;
    }

    /** A row that there must be, and what there is; {@code absent} where there is none. */
    public record Difference(String key, String expected, String found) {
        @Override
        public String toString() {
            return key + ": must be " + expected + ", is " + found;
        }
    }

    private record Since(Difference difference, long nanos) {}

    /** Takes a look at both sides as of {@code nanos}, a clock's that only goes on. */
    void look(Map<String, String> expected, Map<String, String> found, long nanos) {
        Map<String, Since> still = new TreeMap<>();
        Map<String, String> all = new HashMap<>(expected);
        all.putAll(found);
        for (String key : all.keySet()) {
            Difference now =
                    new Difference(key, expected.getOrDefault(key, "absent"), found.getOrDefault(key, "absent"));
            if (!now.expected().equals(now.found())) {
                Since before = pending.get(key);
                boolean same = before != null && before.difference().equals(now);
                still.put(key, same ? before : new Since(now, nanos));
            }
        }
        pending = still;
    }

    /** Whether everything was the same at the last look, or has been different for long enough. */
    boolean settled(long nanos) {
        return pending.values().stream().allMatch(since -> isOld(since, nanos));
    }

    /** Those that have been the same for long enough. */
    List<Difference> wrong(long nanos) {
        return pending.values().stream()
                .filter(since -> isOld(since, nanos))
                .map(Since::difference)
                .toList();
    }

    /** How many may still be on their way. */
    int unsettled(long nanos) {
        return pending.size() - wrong(nanos).size();
    }

    private boolean isOld(Since since, long nanos) {
        return nanos - since.nanos() >= patience.toNanos();
    }
}
