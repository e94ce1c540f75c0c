package dev.partyline.api.http;

import dev.partyline.schema.Interval;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is assigned to a number, now or at a time: a pure function of its access, which holds its history. */
final class AssigneeRules {
    private AssigneeRules() {}

    /** The users whose last interval is open, each with it. */
    static List<Assignee> now(NumberAccess access) {
        return access.getUsers().stream()
                .flatMap(user -> last(user)
                        .filter(interval -> interval.getTo() == null)
                        .map(interval -> new Assignee(user, interval))
                        .stream())
                .toList();
    }

    /** The users who have an interval that contains {@code time}, each with it. */
    static List<Assignee> at(NumberAccess access, Instant time) {
        return access.getUsers().stream()
                .flatMap(user -> user.getIntervals().stream()
                        .filter(interval -> contains(interval, time))
                        .map(interval -> new Assignee(user, interval)))
                .toList();
    }

    private static Optional<Interval> last(NumberUser user) {
        List<Interval> intervals = user.getIntervals();
        return intervals.isEmpty() ? Optional.empty() : Optional.of(intervals.get(intervals.size() - 1));
    }

    private static boolean contains(Interval interval, Instant time) {
        return !time.isBefore(interval.getFrom()) && (interval.getTo() == null || time.isBefore(interval.getTo()));
    }

    /** A user and the assignment in question. */
    record Assignee(NumberUser user, Interval interval) {}
}
