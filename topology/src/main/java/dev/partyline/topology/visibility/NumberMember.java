package dev.partyline.topology.visibility;

import dev.partyline.schema.Interval;
import dev.partyline.schema.NumberUser;
import dev.partyline.topology.assignment.AssignmentHistory;
import dev.partyline.topology.assignment.Span;
import java.time.Instant;
import java.util.List;

/**
 * One user as a number knows them.
 *
 * @param membership how often the user was removed before
 */
record NumberMember(
        String userId,
        boolean active,
        boolean calling,
        boolean texting,
        boolean callerId,
        AssignmentHistory history,
        long membership) {

    static NumberMember of(NumberUser user) {
        List<Span> spans = user.getIntervals().stream().map(NumberMember::span).toList();
        return new NumberMember(
                user.getUserId(),
                user.getActive(),
                user.getCalling(),
                user.getTexting(),
                user.getCallerId(),
                new AssignmentHistory(spans),
                user.getMembership());
    }

    boolean assignedNow() {
        return history.assignedNow();
    }

    /** Whether everyone sees the same of the records, whichever of the two stands for the user. */
    boolean sameSight(NumberMember other) {
        return active == other.active && membership == other.membership && history.equals(other.history);
    }

    private static Span span(Interval interval) {
        Instant to = interval.getTo();
        return new Span(interval.getFrom().toEpochMilli(), to == null ? Span.OPEN : to.toEpochMilli());
    }
}
