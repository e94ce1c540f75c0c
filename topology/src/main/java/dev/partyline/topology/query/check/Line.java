package dev.partyline.topology.query.check;

import dev.partyline.schema.Interval;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One user on one number, now.
 *
 * @param known whether the number's access says anything of them
 * @param active as the number was told; true where it knows nothing
 * @param since when the open assignment began; null: not assigned
 */
public record Line(
        boolean known,
        boolean active,
        boolean calling,
        boolean texting,
        boolean callerId,
        boolean routed,
        @Nullable Instant since) {

    /** How the user stands on the number. */
    public static Line of(NumberAccess access, String userId) {
        boolean routed = access.getRouting().getUserIds().contains(userId);
        Optional<NumberUser> user = access.getUsers().stream()
                .filter(each -> each.getUserId().equals(userId))
                .findFirst();
        return user.map(each -> of(each, routed)).orElse(new Line(false, true, false, false, false, routed, null));
    }

    private static Line of(NumberUser user, boolean routed) {
        return new Line(
                true,
                user.getActive(),
                user.getCalling(),
                user.getTexting(),
                user.getCallerId(),
                routed,
                since(user.getIntervals()));
    }

    public boolean assigned() {
        return since != null;
    }

    /** Whether a user of a number is assigned to it now. */
    public static boolean assigned(NumberUser user) {
        return since(user.getIntervals()) != null;
    }

    private static @Nullable Instant since(List<Interval> intervals) {
        if (intervals.isEmpty()) {
            return null;
        }
        Interval last = intervals.get(intervals.size() - 1);
        return last.getTo() == null ? last.getFrom() : null;
    }
}
