package dev.partyline.topology.visibility;

import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which line rows a change of access calls for, and which rows end a wait (DESIGN 6 and 7). */
final class LineRules {
    private LineRules() {}

    /**
     * A number's access before and after a change.
     *
     * @param walk the number's walk as it stood
     * @param total records on the number
     * @param origin the change
     */
    record AccessChange(Access before, Access after, Walk walk, long total, Origin origin) {}

    /** The lines whose records must follow the change, or whose wait goes on under a row that it alters. */
    static List<PendingLine> pending(AccessChange change) {
        List<PendingLine> pending = new ArrayList<>();
        for (String userId : users(change)) {
            LineFacts before = LineFacts.of(change.before(), userId);
            LineFacts after = LineFacts.of(change.after(), userId);
            PendingLine waiting = change.walk().pendingOf(userId);
            if (after.sightDiffersFrom(before)) {
                pending.add(begin(change, userId, !after.assigned()));
            } else if (waiting != null && !after.equals(before)) {
                pending.add(waiting.changedBy(change.after().version(), change.origin()));
            }
        }
        return pending;
    }

    /**
     * The rows that go out first, with the applied change, losses before gains.
     *
     * @param walk the walk after the change, holding what {@link #pending} said
     */
    static List<LineRow> rows(AccessChange change, Walk walk) {
        List<LineRow> losses = new ArrayList<>();
        List<LineRow> gains = new ArrayList<>();
        for (String userId : users(change)) {
            LineFacts after = LineFacts.of(change.after(), userId);
            if (!after.equals(LineFacts.of(change.before(), userId))) {
                PendingLine waiting = walk.pendingOf(userId);
                LineRow row = waiting != null
                        ? waiting(change.after(), waiting, walk.visited())
                        : settled(change.after(), userId, change.after().version(), change.origin());
                (after.assigned() ? gains : losses).add(row);
            }
        }
        losses.addAll(gains);
        return losses;
    }

    /** The row of a line that waits, with its progress. */
    static LineRow waiting(Access access, PendingLine line, long visited) {
        LineStatus status = line.revoking() ? LineStatus.REVOKING : LineStatus.SYNCING;
        LineFacts facts = LineFacts.of(access, line.userId());
        LineState state = facts.row(access, status, line.version(), line.origin())
                .setDone(line.done(visited))
                .setTotal(line.total())
                .build();
        Cause cause = line.revoking() ? Cause.WITHDRAW : Cause.BACKFILL;
        return new LineRow(line.userId(), state, cause, line.origin().changeId());
    }

    /** The row of a line whose wait is over. */
    static LineRow finished(Access access, PendingLine line) {
        return settled(access, line.userId(), line.version(), line.origin());
    }

    private static LineRow settled(Access access, String userId, long version, Origin origin) {
        LineFacts facts = LineFacts.of(access, userId);
        LineState state = facts.any()
                ? facts.row(access, LineStatus.LIVE, version, origin).build()
                : null;
        return new LineRow(userId, state, facts.any() ? Cause.BACKFILL : Cause.WITHDRAW, origin.changeId());
    }

    private static PendingLine begin(AccessChange change, String userId, boolean revoking) {
        Access after = change.after();
        return new PendingLine(
                userId,
                revoking,
                after.sight(),
                change.walk().visited(),
                change.total(),
                after.version(),
                change.origin());
    }

    private static Set<String> users(AccessChange change) {
        Set<String> users = new LinkedHashSet<>();
        for (Access access : List.of(change.before(), change.after())) {
            users.addAll(access.userIds());
            users.addAll(access.routed());
        }
        return users;
    }
}
