package dev.partyline.api.scenario;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineState;
import dev.partyline.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** The line rows of the topic {@code feed}, remembered in short. */
final class ToldLines {
    private final Topics topics;
    private final Deserializer<FeedEntry> entries;
    private final Map<String, List<String>> byKey = new HashMap<>();

    ToldLines(Topics topics, Deserializer<FeedEntry> entries) {
        this.topics = topics;
        this.entries = entries;
    }

    /** A row of the feed, in the order of its partition; null: a tombstone. */
    void row(String key, byte @Nullable [] value) {
        if (!key.contains("|line|")) {
            return;
        }
        List<String> told = byKey.computeIfAbsent(key, each -> new ArrayList<>());
        String state = value == null ? "GONE" : text(line(value));
        if (told.isEmpty() || !told.get(told.size() - 1).equals(state)) {
            told.add(state);
        }
    }

    /** As {@link World#told}. */
    List<String> of(String key) {
        return List.copyOf(byKey.getOrDefault(key, List.of()));
    }

    private LineState line(byte[] value) {
        return entries.deserialize(topics.feed().name(), value).getLine();
    }

    private static String text(LineState line) {
        String state = line.getState().name();
        return line.getChangedBy() == null ? state : state + " by " + line.getChangedBy();
    }
}
