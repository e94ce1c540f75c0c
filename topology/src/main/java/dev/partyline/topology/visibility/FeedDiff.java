package dev.partyline.topology.visibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must be told about one record when who sees it changes, or what it says. Losses come before gains. */
final class FeedDiff {
    /**
     * One user's row.
     *
     * @param before why the user saw the record so far; null: they did not
     * @param after why they see it now; null: they do not, and the row goes
     */
    record Row(
            String userId,
            @Nullable Reasons before,
            @Nullable Reasons after) {
        /** Whether nothing was gained: the user sees less than before, or nothing. */
        boolean withdraws() {
            return after == null || (before != null && after.within(before) && !after.equals(before));
        }
    }

    private FeedDiff() {}

    /** The record says the same as before: rows only for those whose reasons differ. */
    static List<Row> ofAccess(Map<String, Reasons> before, Map<String, Reasons> after) {
        return diff(before, after, false);
    }

    /** The record is new or says something else: a row for everyone who sees it. */
    static List<Row> ofContent(Map<String, Reasons> before, Map<String, Reasons> after) {
        return diff(before, after, true);
    }

    private static List<Row> diff(Map<String, Reasons> before, Map<String, Reasons> after, boolean contentChanged) {
        List<Row> rows = new ArrayList<>(after.size());
        before.forEach((userId, reasons) -> {
            if (!after.containsKey(userId)) {
                rows.add(new Row(userId, reasons, null));
            }
        });
        after.forEach((userId, reasons) -> {
            Reasons told = before.get(userId);
            if (contentChanged || !reasons.equals(told)) {
                rows.add(new Row(userId, told, reasons));
            }
        });
        return rows;
    }
}
