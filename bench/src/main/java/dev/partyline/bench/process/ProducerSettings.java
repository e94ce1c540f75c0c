package dev.partyline.bench.process;

import dev.partyline.schemas.topic.Topics;
import java.util.Map;
import java.util.TreeMap;

/** What the engine's producers and its commits are set to; a test holds that it is so. Floor and peer have the same. */
public final class ProducerSettings {
    /** Under the names of Streams, as a configuration file's kafka.properties has them. */
    public static final Map<String, String> ENGINE = Map.of(
            "commit.interval.ms",
            "100",
            "poll.ms",
            "10",
            "producer.linger.ms",
            "100",
            "producer.batch.size",
            Integer.toString(128 * 1024),
            "producer.buffer.memory",
            Integer.toString(Topics.MAX_MESSAGE_BYTES),
            "producer.max.request.size",
            Integer.toString(Topics.MAX_MESSAGE_BYTES),
            "producer.compression.type",
            "lz4");

    private static final String PRODUCER = "producer.";

    private ProducerSettings() {}

    /** The engine's with what a run overrides. */
    public static Map<String, String> with(Map<String, String> overrides) {
        Map<String, String> all = new TreeMap<>(ENGINE);
        all.putAll(overrides);
        return all;
    }

    /** Those of a plain producer, under its own names. */
    public static Map<String, Object> producer(Map<String, String> all) {
        Map<String, Object> own = new TreeMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(PRODUCER)) {
                own.put(name.substring(PRODUCER.length()), value);
            }
        });
        return own;
    }
}
