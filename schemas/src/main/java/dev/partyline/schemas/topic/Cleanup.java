package dev.partyline.schemas.topic;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the broker does with old rows of a topic.
 *
 * @param config Kafka's own topic configuration that says so
 */
public record Cleanup(Map<String, String> config) {
    /** Bound on compaction lag: what is erased is gone from the disk within it. */
    public static final Duration MAX_COMPACTION_LAG = Duration.ofDays(1);

    private static final String FOREVER = "-1";

    /** Keeps every row. */
    public static Cleanup never() {
        return new Cleanup(Map.of("cleanup.policy", "delete", "retention.ms", FOREVER, "retention.bytes", FOREVER));
    }

    /** Deletes rows older than {@code age}. */
    public static Cleanup after(Duration age) {
        return new Cleanup(Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(age.toMillis())));
    }

    /** Keeps the last row of each key. */
    public static Cleanup compact() {
        return new Cleanup(Map.of("cleanup.policy", "compact"));
    }

    /** Keeps the last row of each key, and superseded ones no longer than {@link #MAX_COMPACTION_LAG}. */
    public static Cleanup erasable() {
        return compact().withBoundedCompactionLag();
    }

    /** Dates rows by the broker's append, so that retention counts from there and not from the producer's clock. */
    Cleanup withAppendTime() {
        return with("message.timestamp.type", "LogAppendTime");
    }

    /** Keeps the time that a row is sent with, whatever the broker's default is. */
    Cleanup withProducerTime() {
        return with("message.timestamp.type", "CreateTime");
    }

    /** Keeps tombstones for {@code age}, so that a consumer may be away that long and still learn of them. */
    Cleanup withTombstonesFor(Duration age) {
        return with("delete.retention.ms", Long.toString(age.toMillis()));
    }

    /** Bounds how long a superseded row may stay on the disk. */
    Cleanup withBoundedCompactionLag() {
        return with("max.compaction.lag.ms", Long.toString(MAX_COMPACTION_LAG.toMillis()));
    }

    /** Takes messages of so many bytes, whatever the broker's default is. */
    Cleanup withMessagesUpTo(int bytes) {
        return with("max.message.bytes", Integer.toString(bytes));
    }

    private Cleanup with(String key, String value) {
        Map<String, String> more = new TreeMap<>(config);
        more.put(key, value);
        return new Cleanup(Map.copyOf(more));
    }
}
