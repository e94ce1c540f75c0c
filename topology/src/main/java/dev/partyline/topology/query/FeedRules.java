package dev.partyline.topology.query;

import dev.partyline.schema.LineState;
import dev.partyline.schema.Reason;
import dev.partyline.schema.UserState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to read a feed (DESIGN 6): losses of sight are complete the moment one small row is there. */
public final class FeedRules {
    private FeedRules() {}

    /** Whether anything shows at all. {@code user}: the user's own row; null: there is none. */
    public static boolean anythingShows(@Nullable UserState user) {
        return user == null || user.getActive();
    }

    /**
     * Whether a record row shows. A reason that this reader does not know gives no sight.
     *
     * @param reasons the row's
     * @param startedAt the record's, milliseconds since the epoch
     * @param line the user's line row for the record's number; null: there is none
     */
    public static boolean shows(List<Reason> reasons, long startedAt, @Nullable LineState line) {
        for (Reason reason : reasons) {
            boolean sees = switch (reason) {
                case PARTICIPANT, INBOX, CONTACT_OWNER -> true;
                case ASSIGNEE -> showsToAssignee(startedAt, line);
                case UNKNOWN -> false;
            };
            if (sees) {
                return true;
            }
        }
        return false;
    }

    private static boolean showsToAssignee(long startedAt, @Nullable LineState line) {
        return line != null
                && line.getAssigned()
                && (line.getVisibleFrom() == null || line.getVisibleFrom() <= startedAt);
    }
}
