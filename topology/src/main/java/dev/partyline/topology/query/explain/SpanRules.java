package dev.partyline.topology.query.explain;

import dev.partyline.schema.Interval;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import java.time.Instant;
import java.util.List;

/** Whether a user was assigned at a time, as a fact that says from when until when that was so. */
final class SpanRules {
    private SpanRules() {}

    /** Whether the user was assigned to the number at {@code time}. */
    static Fact assignedAt(NumberAccess access, String userId, Instant time, String words) {
        Instant since = null;
        for (Interval interval : intervals(access, userId)) {
            if (time.isBefore(interval.getFrom())) {
                return new Fact(words, false, since, interval.getFrom());
            }
            if (interval.getTo() == null || time.isBefore(interval.getTo())) {
                return new Fact(words, true, interval.getFrom(), interval.getTo());
            }
            since = interval.getTo();
        }
        return new Fact(words, false, since, null);
    }

    /** Whether the user is assigned to the number now. */
    static Fact assignedNow(NumberAccess access, String userId, String words) {
        List<Interval> intervals = intervals(access, userId);
        if (intervals.isEmpty()) {
            return new Fact(words, false, null, null);
        }
        Interval last = intervals.get(intervals.size() - 1);
        return last.getTo() == null
                ? new Fact(words, true, last.getFrom(), null)
                : new Fact(words, false, last.getTo(), null);
    }

    private static List<Interval> intervals(NumberAccess access, String userId) {
        return access.getUsers().stream()
                .filter(user -> user.getUserId().equals(userId))
                .findFirst()
                .map(NumberUser::getIntervals)
                .orElse(List.of());
    }
}
