package dev.partyline.topology.query;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineState;
import dev.partyline.schema.Reason;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How to read a feed (DESIGN 6): losses of sight are complete the moment one small row is there. */
public final class FeedRules {
    private static final List<Reason> ASSIGNEE_ALONE = List.of(Reason.ASSIGNEE);

    private FeedRules() {}

    /** Whether anything shows at all. {@code user}: the user's own row; null: there is none. */
    public static boolean anythingShows(@Nullable UserState user) {
        return user == null || user.getActive();
    }

    /**
     * Whether a record row shows.
     *
     * @param line the user's line row for the record's number; null: there is none
     */
    public static boolean shows(FeedEntry entry, @Nullable LineState line) {
        if (!entry.getReasons().equals(ASSIGNEE_ALONE)) {
            return true;
        }
        TelephonyRecord record = Objects.requireNonNull(entry.getRecord());
        return line != null && line.getAssigned() && visible(line.getVisibleFrom(), record);
    }

    private static boolean visible(@Nullable Long visibleFrom, TelephonyRecord record) {
        return visibleFrom == null || visibleFrom <= record.getStartedAt().toEpochMilli();
    }
}
