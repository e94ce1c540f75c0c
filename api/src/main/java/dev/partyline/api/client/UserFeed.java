package dev.partyline.api.client;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineState;
import dev.partyline.schema.Reason;
import dev.partyline.schema.UserState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One user's rows, and the reading rule of DESIGN 6. */
final class UserFeed {
    private final Map<String, LineState> lines = new TreeMap<>();
    /** By position. Hashed, not sorted: feeds are folded more often than they are listed. */
    private final Map<String, FeedEntry> records = new HashMap<>();

    private @Nullable UserState user;

    void putRecord(String position, @Nullable FeedEntry entry) {
        if (entry == null || entry.getRecord() == null) {
            records.remove(position);
        } else {
            records.put(position, entry);
        }
    }

    void putLine(String number, @Nullable LineState line) {
        if (line == null) {
            lines.remove(number);
        } else {
            lines.put(number, line);
        }
    }

    void putUser(@Nullable UserState newUser) {
        user = newUser;
    }

    List<LineState> lines() {
        return List.copyOf(lines.values());
    }

    List<FeedEntry> visible() {
        return shown().sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    int visibleCount() {
        return (int) shown().count();
    }

    private Stream<Map.Entry<String, FeedEntry>> shown() {
        boolean inactive = user != null && !user.getActive();
        return inactive
                ? Stream.empty()
                : records.entrySet().stream().filter(row -> shows(row.getKey(), row.getValue()));
    }

    /** A reason that this reader does not know gives no sight. */
    private boolean shows(String position, FeedEntry row) {
        for (Reason reason : row.getReasons()) {
            if (reason == Reason.PARTICIPANT || reason == Reason.INBOX || reason == Reason.CONTACT_OWNER) {
                return true;
            }
        }
        return row.getReasons().contains(Reason.ASSIGNEE)
                && showsToAssignee(position, row.getRecord().getNumber());
    }

    private boolean showsToAssignee(String position, String number) {
        LineState line = lines.get(number);
        return line != null
                && line.getAssigned()
                && (line.getVisibleFrom() == null || line.getVisibleFrom() <= startedAt(position));
    }

    /** A position begins with 19 digits that count down from the end of time (DESIGN 5). */
    private static long startedAt(String position) {
        return Long.MAX_VALUE - Long.parseLong(position, 0, position.indexOf('|'), 10);
    }
}
