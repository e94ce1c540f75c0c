package dev.partyline.topology.directory;

import dev.partyline.topology.assignment.AssignmentHistory;
import dev.partyline.topology.assignment.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** How switches make a line's assignment intervals (DESIGN 4). Times are milliseconds since the epoch. */
final class SwitchRules {
    /** At most the newest so many intervals of a line are kept; before them the user counts as not assigned. */
    static final int KEPT_SPANS = 100;

    private SwitchRules() {}

    /** When a switch takes effect: never later than its append, and above all never earlier than the previous one. */
    static long effectiveAt(OptionalLong occurredAt, long appendedAt, long previousSwitch) {
        long dated = Math.min(occurredAt.orElse(appendedAt), appendedAt);
        return Math.max(dated, previousSwitch);
    }

    /** Assigned from {@code at} on; {@code history} must not be open, nor reach beyond {@code at}. */
    static AssignmentHistory on(AssignmentHistory history, long at) {
        List<Span> spans = new ArrayList<>(history.spans());
        spans.add(new Span(at, Span.OPEN));
        return new AssignmentHistory(spans.subList(Math.max(0, spans.size() - KEPT_SPANS), spans.size()));
    }

    /** No longer assigned from {@code at} on; {@code history} must be open. An interval of no length vanishes. */
    static AssignmentHistory off(AssignmentHistory history, long at) {
        List<Span> spans = new ArrayList<>(history.spans());
        Span open = spans.remove(spans.size() - 1);
        if (open.from() < at) {
            spans.add(new Span(open.from(), at));
        }
        return new AssignmentHistory(spans);
    }
}
