package dev.partyline.api.client;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineState;
import dev.partyline.schemas.Keys;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Folds the rows of the topic {@code feed} to what each user may see now: the last value per key, tombstones removed,
 * and the reading rule of DESIGN 6 on top. Every consumer of feeds does this; copy it freely.
 *
 * <p>Rows must be applied in the order of their partition. Pure memory, no Kafka; for use by one thread.
 */
public final class FeedFold {
    private static final UserFeed EMPTY = new UserFeed();
    private static final String LINE = "|line|";
    private static final String RECORD = "|rec|";

    private final Map<String, UserFeed> users = new TreeMap<>();
    private String lastPosition = "";

    /**
     * Takes the next row.
     *
     * @param key the row's key, as Keys.ofFeedLine, Keys.ofFeedRecord or Keys.ofFeedUser make it
     * @param entry the row's value; null: a tombstone
     * @throws IllegalArgumentException when {@code key} is no feed key
     */
    public void apply(String key, @Nullable FeedEntry entry) {
        int user = key.indexOf('|', key.indexOf('|') + 1);
        if (user < 0) {
            throw new IllegalArgumentException("not a feed key: " + key);
        }
        UserFeed feed = users.computeIfAbsent(key.substring(0, user), k -> new UserFeed());
        if (key.startsWith(RECORD, user)) {
            feed.putRecord(position(key, user + RECORD.length()), entry);
        } else if (key.startsWith(LINE, user)) {
            feed.putLine(key.substring(user + LINE.length()), entry == null ? null : entry.getLine());
        } else {
            feed.putUser(entry == null ? null : entry.getUser());
        }
    }

    /** The record rows that the user may see now, newest first. */
    public List<FeedEntry> visible(String workspaceId, String userId) {
        return of(workspaceId, userId).visible();
    }

    /** How many record rows the user may see now. */
    public int visibleCount(String workspaceId, String userId) {
        return of(workspaceId, userId).visibleCount();
    }

    /** The user's line rows by number, those being revoked included. */
    public List<LineState> lines(String workspaceId, String userId) {
        return of(workspaceId, userId).lines();
    }

    /** Users of the workspace who have had a row, in order. */
    public List<String> users(String workspaceId) {
        String prefix = Keys.ofUser(workspaceId, "");
        return users.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    /** A record's rows for several viewers follow each other: they share one string. */
    private String position(String key, int start) {
        if (lastPosition.length() != key.length() - start || !key.startsWith(lastPosition, start)) {
            lastPosition = key.substring(start);
        }
        return lastPosition;
    }

    private UserFeed of(String workspaceId, String userId) {
        return users.getOrDefault(Keys.ofUser(workspaceId, userId), EMPTY);
    }
}
