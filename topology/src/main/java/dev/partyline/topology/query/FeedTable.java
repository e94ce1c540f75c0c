package dev.partyline.topology.query;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineState;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserState;
import dev.partyline.schemas.FeedDigest;
import dev.partyline.schemas.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** One user's rows in {@code user-feed}, read by the rule of DESIGN 6. */
final class FeedTable {
    /** Most rows looked at for one page: a filter that matches little gives a short page, not a long wait. */
    private static final int MOST_ROWS = 20_000;
    /** Sorts after every position, all of which begin with a digit, and every number. */
    private static final String AFTER_ALL = ":";

    private final ReadOnlyKeyValueStore<String, byte[]> store;
    private final Function<byte[], FeedEntry> decode;
    private final String workspaceId;
    private final String userId;

    FeedTable(FeedRows rows, String workspaceId, String userId) {
        this.store = rows.store();
        this.decode = rows.decode();
        this.workspaceId = workspaceId;
        this.userId = userId;
    }

    /** The store that holds the user's rows, and how its values are read. */
    record FeedRows(ReadOnlyKeyValueStore<String, byte[]> store, Function<byte[], FeedEntry> decode) {}

    private Map<String, LineState> lines() {
        Map<String, LineState> lines = new TreeMap<>();
        // A number begins with + or a digit; both sort before the end.
        try (KeyValueIterator<String, byte[]> rows = store.range(line(""), line(AFTER_ALL))) {
            while (rows.hasNext()) {
                LineState line =
                        Objects.requireNonNull(decode.apply(rows.next().value).getLine());
                lines.put(line.getNumber(), line);
            }
        }
        return lines;
    }

    /** @param place what the rows stand for */
    FeedPage page(FeedQuery query, FeedPlace place) {
        boolean anything = FeedRules.anythingShows(user());
        Map<String, LineState> lines = lines();
        Shown shown = anything ? shown(query, lines) : Shown.NOTHING;
        return new FeedPage(
                shown.records(), shown.next(), List.copyOf(lines.values()), anything ? place : place.nowhere());
    }

    /** @param place what the rows stand for */
    FeedState state(FeedPlace place) {
        String user = Keys.ofUser(workspaceId, userId);
        FeedDigest digest = FeedDigest.NONE;
        // The user's keys begin with "ws|userId|"; what sorts after all of them begins with the character after '|'.
        try (KeyValueIterator<String, byte[]> rows = store.range(user + '|', user + '}')) {
            while (rows.hasNext()) {
                KeyValue<String, byte[]> row = rows.next();
                digest = digest.plus(FeedDigest.ofRow(row.key, row.value));
            }
        }
        return new FeedState(digest, place);
    }

    /** The records of a page. */
    private record Shown(List<FeedEntry> records, Optional<FeedCursor> next) {
        static final Shown NOTHING = new Shown(List.of(), Optional.empty());
    }

    private Shown shown(FeedQuery query, Map<String, LineState> lines) {
        String from = query.after().map(cursor -> cursor.place() + '\0').orElse("");
        try (KeyValueIterator<String, byte[]> rows = store.range(record(from), record(AFTER_ALL))) {
            return shown(rows, query, lines);
        }
    }

    private Shown shown(KeyValueIterator<String, byte[]> rows, FeedQuery query, Map<String, LineState> lines) {
        List<FeedEntry> shown = new ArrayList<>();
        String last = "";
        for (int looked = 0; rows.hasNext() && looked < MOST_ROWS && shown.size() < query.limit(); looked++) {
            KeyValue<String, byte[]> row = rows.next();
            last = row.key;
            FeedEntry entry = decode.apply(row.value);
            TelephonyRecord record = Objects.requireNonNull(entry.getRecord());
            if (asked(query, record) && shows(entry, record, lines)) {
                shown.add(entry);
            }
        }
        return new Shown(shown, rows.hasNext() ? Optional.of(cursor(last)) : Optional.empty());
    }

    private static boolean shows(FeedEntry entry, TelephonyRecord record, Map<String, LineState> lines) {
        long startedAt = record.getStartedAt().toEpochMilli();
        return FeedRules.shows(entry.getReasons(), startedAt, lines.get(record.getNumber()));
    }

    private @Nullable UserState user() {
        byte[] row = store.get(Keys.ofFeedUser(workspaceId, userId));
        return row == null ? null : decode.apply(row).getUser();
    }

    private FeedCursor cursor(String key) {
        return new FeedCursor(key.substring(record("").length()));
    }

    private String line(String number) {
        return Keys.ofFeedLine(workspaceId, userId, number);
    }

    /** The key of a record row; {@code place} is what stands behind the user. */
    private String record(String place) {
        return Keys.feedRecords(workspaceId, userId) + place;
    }

    private static boolean asked(FeedQuery query, TelephonyRecord record) {
        return query.number().map(record.getNumber()::equals).orElse(true)
                && query.kind().map(record.getKind()::equals).orElse(true);
    }
}
