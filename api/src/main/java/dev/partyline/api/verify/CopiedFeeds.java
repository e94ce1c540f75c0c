package dev.partyline.api.verify;

import dev.partyline.schemas.FeedDigest;
import dev.partyline.schemas.Keys;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The feeds of a workspace as a consumer of the topic has them: of each row its summand alone. Pure memory, no Kafka. */
final class CopiedFeeds {
    private final Map<String, Long> rows = new HashMap<>();
    private final Map<String, Copy> users = new HashMap<>();

    /**
     * What is known of one user.
     *
     * @param lastRow offset of the last of the user's rows
     */
    record Copy(FeedDigest digest, long lastRow) {
        static final Copy NONE = new Copy(FeedDigest.NONE, -1);
    }

    /** Takes the next row of its partition. {@code value} null: it has gone. */
    void apply(String key, byte @Nullable [] value, long offset) {
        Long before = value == null ? rows.remove(key) : rows.put(key, FeedDigest.ofRow(key, value));
        String user = Keys.userOf(key);
        FeedDigest digest = of(user).digest();
        if (before != null) {
            digest = digest.minus(before);
        }
        if (value != null) {
            digest = digest.plus(FeedDigest.ofRow(key, value));
        }
        users.put(user, new Copy(digest, offset));
    }

    /** What is known of {@code ws|userId}. */
    Copy of(String user) {
        return users.getOrDefault(user, Copy.NONE);
    }

    /** Those who have had a row, as {@code ws|userId}, in order. */
    Set<String> users() {
        return new TreeSet<>(users.keySet());
    }
}
