package dev.partyline.api.client;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineState;
import dev.partyline.schema.UserState;
import dev.partyline.topology.query.FeedRules;
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
        return FeedRules.anythingShows(user)
                ? records.entrySet().stream().filter(row -> shows(row.getKey(), row.getValue()))
                : Stream.empty();
    }

    private boolean shows(String position, FeedEntry row) {
        LineState line = lines.get(row.getRecord().getNumber());
        return FeedRules.shows(row.getReasons(), startedAt(position), line);
    }

    /** A position begins with 19 digits that count down from the end of time (DESIGN 5). */
    private static long startedAt(String position) {
        return Long.MAX_VALUE - Long.parseLong(position, 0, position.indexOf('|'), 10);
    }
}
