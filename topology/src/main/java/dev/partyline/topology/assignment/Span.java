package dev.partyline.topology.assignment;

/**
 * A half-open span of time, {@code [from, to)}, in milliseconds since the epoch.
 *
 * @param to {@link #OPEN} while it has not ended
 */
public record Span(long from, long to) {
    public static final long OPEN = Long.MAX_VALUE;

    public Span {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("not a span: [" + from + ", " + to + ")");
        }
    }

    public boolean isOpen() {
        return to == OPEN;
    }

    public boolean contains(long time) {
        return from <= time && time < to;
    }
}
