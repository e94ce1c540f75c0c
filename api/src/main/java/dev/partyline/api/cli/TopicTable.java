package dev.partyline.api.cli;

import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.TopicSize;
import dev.partyline.schemas.topic.Topics;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The topics of a cluster as a table for people. */
final class TopicTable {
    private static final String ROW = "  %-32s %10s %7s  %s%n";

    private TopicTable() {}

    /**
     * @param sizes of those that are there, by name
     * @param made the names of those that were missing until now
     */
    static String text(Topics topics, Map<String, TopicSize> sizes, Set<String> made) {
        StringBuilder text = new StringBuilder(String.format(ROW, "topic", "partitions", "copies", ""));
        for (Topic<?> topic : topics.all()) {
            text.append(row(topic.name(), sizes.get(topic.name()), made.contains(topic.name())));
        }
        return text.toString();
    }

    private static String row(String name, @Nullable TopicSize size, boolean made) {
        return size == null
                ? String.format(ROW, name, "-", "-", "is missing")
                : String.format(ROW, name, size.partitions(), size.copies(), made ? "created" : "was there");
    }
}
