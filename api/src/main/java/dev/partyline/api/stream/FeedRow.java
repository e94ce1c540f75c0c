package dev.partyline.api.stream;

import dev.partyline.schemas.Keys;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A row as it lies in the topic {@code feed}.
 *
 * @param user {@code ws|userId}
 * @param key the whole key
 * @param value null: a tombstone
 */
record FeedRow(long offset, String user, String key, byte @Nullable [] value) {
    private static final int OVERHEAD_BYTES = 150;

    static FeedRow of(ConsumerRecord<byte[], byte[]> row) {
        String key = new String(row.key(), StandardCharsets.US_ASCII);
        return new FeedRow(row.offset(), key.substring(0, Keys.userPrefixLength(row.key())), key, row.value());
    }

    FeedKey parsedKey() {
        return FeedKey.parse(key, user.length());
    }

    /** About what it takes in memory. */
    int bytes() {
        return OVERHEAD_BYTES + key.length() + (value == null ? 0 : value.length);
    }
}
