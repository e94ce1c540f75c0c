package dev.partyline.bench.load;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Offsets of a topic's partitions in a word: {@code partition:offset,…}. */
public final class Places {
    private Places() {}

    public static String format(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .map(each -> each.getKey().partition() + ":" + each.getValue())
                .sorted()
                .collect(Collectors.joining(","));
    }

    public static Map<TopicPartition, Long> parse(String topic, String word) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (String each : word.split(",")) {
            String[] parts = each.split(":");
            offsets.put(new TopicPartition(topic, Integer.parseInt(parts[0])), Long.parseLong(parts[1]));
        }
        return offsets;
    }
}
