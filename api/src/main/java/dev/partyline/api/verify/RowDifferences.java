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

    /**
     * A key that is different.
     *
     * @param same since when in the same way
     * @param different since when in whatever way
     */
    private record Since(Difference difference, long same, long different) {}

    /** Takes a look at both sides as of {@code nanos}, a clock's that only goes on. */
    void look(Map<String, String> expected, Map<String, String> found, long nanos) {
        Map<String, Since> still = new TreeMap<>();
        Map<String, String> all = new HashMap<>(expected);
        all.putAll(found);
        for (String key : all.keySet()) {
            Difference now =
                    new Difference(key, expected.getOrDefault(key, "absent"), found.getOrDefault(key, "absent"));
            if (!now.expected().equals(now.found())) {
                still.put(key, since(now, nanos));
            }
        }
        pending = still;
    }

    /** Whether everything was the same at the last look. */
    boolean none() {
        return pending.isEmpty();
    }

    /** Those that have been different for long enough, in the same way. */
    List<Difference> wrong(long nanos) {
        return pending.values().stream()
                .filter(since -> isLong(since.same(), nanos))
                .map(Since::difference)
                .toList();
    }

    /** How many have been different for long enough, but each time in another way. */
    long unsettled(long nanos) {
        return pending.values().stream()
                .filter(since -> isLong(since.different(), nanos) && !isLong(since.same(), nanos))
                .count();
    }

    private Since since(Difference now, long nanos) {
        Since before = pending.get(now.key());
        if (before == null) {
            return new Since(now, nanos, nanos);
        }
        boolean same = before.difference().equals(now);
        return new Since(now, same ? before.same() : nanos, before.different());
    }

    private boolean isLong(long since, long nanos) {
        return nanos - since >= patience.toNanos();
    }
}
