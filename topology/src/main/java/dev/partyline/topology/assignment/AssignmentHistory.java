package dev.partyline.topology.assignment;

import java.util.List;
import java.util.OptionalLong;

/**
 * When one user was assigned to one number. Immutable; spans are in order and do not overlap, adjacent ones stay two,
 * and only the last may be open.
 */
public record AssignmentHistory(List<Span> spans) {
    /** Never assigned. */
    public static final AssignmentHistory NEVER = new AssignmentHistory(List.of());

    public AssignmentHistory {
        spans = List.copyOf(spans);
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from() < spans.get(i - 1).to()) {
                throw new IllegalArgumentException("spans out of order: " + spans);
            }
        }
    }

    /** Assigned at {@code time}, as known now. */
    public boolean assignedAt(long time) {
        for (int i = spans.size() - 1; i >= 0; i--) {
            Span span = spans.get(i);
            if (span.from() <= time) {
                return time < span.to();
            }
        }
        return false;
    }

    /** Assigned now: the last span is open. */
    public boolean assignedNow() {
        return !spans.isEmpty() && spans.get(spans.size() - 1).isOpen();
    }

    /** When the open assignment began; empty when there is none. */
    public OptionalLong openSince() {
        return assignedNow() ? OptionalLong.of(spans.get(spans.size() - 1).from()) : OptionalLong.empty();
    }
}
