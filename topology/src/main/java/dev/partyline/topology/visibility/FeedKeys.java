package dev.partyline.topology.visibility;

import dev.partyline.schemas.Keys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Keys and partitions of the rows of records: a user's keys have a prefix and a partition in common, a record's have a suffix.
 * These are made once, and put together for each row.
 */
final class FeedKeys {
    /** So many users are kept, some 200 bytes each; then all are forgotten. */
    private static final int MOST = 16_384;

    private final ToIntFunction<byte[]> partition;
    private final Map<String, UserKeys> known = new HashMap<>();

    /** @param partition where a key of the feed lies */
    FeedKeys(ToIntFunction<byte[]> partition) {
        this.partition = partition;
    }

    /** What the rows of a user have in common. */
    record UserKeys(String workspaceId, int partition, byte[] prefix) {
        /** The key of the row of the record with this suffix. */
        byte[] key(byte[] suffix) {
            byte[] key = Arrays.copyOf(prefix, prefix.length + suffix.length);
            System.arraycopy(suffix, 0, key, prefix.length, suffix.length);
            return key;
        }
    }

    UserKeys ofUser(String workspaceId, String userId) {
        UserKeys keys = known.get(userId);
        if (keys != null && keys.workspaceId().equals(workspaceId)) {
            return keys;
        }
        if (known.size() == MOST) {
            known.clear();
        }
        byte[] prefix = bytes(Keys.feedRecords(workspaceId, userId));
        UserKeys made = new UserKeys(workspaceId, partition.applyAsInt(prefix), prefix);
        known.put(userId, made);
        return made;
    }

    /** What the keys of a record's rows end with. */
    static byte[] suffix(IndexedRecord told) {
        return bytes(Keys.feedRecordSuffix(told.position(), told.record().getNumber()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
