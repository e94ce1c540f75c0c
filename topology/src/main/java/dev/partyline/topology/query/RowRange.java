package dev.partyline.topology.query;

/**
 * Which rows of a store are asked for.
 *
 * @param from first key
 * @param to last key, inclusive
 * @param limit most rows, 1 to {@link #MAX_LIMIT}
 */
public record RowRange(String from, String to, int limit) {
    public static final int MAX_LIMIT = 1024;

    public RowRange {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }
}
