package dev.partyline.api.client;

import dev.partyline.schema.FeedEntry;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads feed values. A record's rows for several viewers follow each other and are mostly equal byte for byte, so the
 * last value is remembered: equal bytes are read once, and their rows share one object.
 */
final class FeedValues {
    private final String topic;
    private final Deserializer<FeedEntry> deserializer;
    private final UnaryOperator<FeedEntry> keep;

    private byte[] lastBytes = {};
    private @Nullable FeedEntry last;

    FeedValues(String topic, Deserializer<FeedEntry> deserializer, UnaryOperator<FeedEntry> keep) {
        this.topic = topic;
        this.deserializer = deserializer;
        this.keep = keep;
    }

    @Nullable
    FeedEntry read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (last == null || !Arrays.equals(bytes, lastBytes)) {
            last = keep.apply(deserializer.deserialize(topic, bytes));
            lastBytes = bytes;
        }
        return last;
    }
}
