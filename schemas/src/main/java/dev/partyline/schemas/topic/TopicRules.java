package dev.partyline.schemas.topic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What topics that are there must be like. Pure: sees names, counts and configurations. */
final class TopicRules {
    /** Settings in which a difference loses or misdates rows; others are the operator's to tune. */
    private static final Set<String> BINDING = Set.of("cleanup.policy", "message.timestamp.type");

    private TopicRules() {}

    /** Partitions of each group but FREE: those of its first topic that is there. */
    static Map<PartitionGroup, Integer> partitions(Topics topics, Map<String, Integer> counts) {
        Map<PartitionGroup, Integer> partitions = new EnumMap<>(PartitionGroup.class);
        for (Topic<?> topic : topics.all()) {
            Integer count = counts.get(topic.name());
            if (count != null && topic.group() != PartitionGroup.FREE) {
                partitions.putIfAbsent(topic.group(), count);
            }
        }
        return partitions;
    }

    /** Topics that are missing, and those whose partition count is not that of their group. */
    static List<String> partitionFaults(Topics topics, Map<String, Integer> counts) {
        Map<PartitionGroup, Integer> groups = partitions(topics, counts);
        List<String> faults = new ArrayList<>();
        for (Topic<?> topic : topics.all()) {
            Integer is = counts.get(topic.name());
            Integer must = groups.get(topic.group());
            if (is == null) {
                faults.add("topic " + topic.name() + " is missing: create it (topics create)");
            } else if (must != null && !is.equals(must)) {
                faults.add("topic " + topic.name() + " has " + is + " partitions, must have " + must
                        + ", as the others of the group " + topic.group() + " have: " + members(topics, topic.group()));
            }
        }
        return faults;
    }

    /** Settings of topics that are there and contradict their declaration. */
    static List<String> configFaults(Topics topics, Map<String, Map<String, String>> configs) {
        List<String> faults = new ArrayList<>();
        for (Topic<?> topic : topics.all()) {
            Map<String, String> is = configs.getOrDefault(topic.name(), Map.of());
            required(topic).forEach((setting, must) -> {
                String actual = is.getOrDefault(setting, must);
                if (!actual.equals(must)) {
                    faults.add("topic " + topic.name() + " has " + setting + "=" + actual + ", must be " + must);
                }
            });
        }
        return faults;
    }

    private static Map<String, String> required(Topic<?> topic) {
        Map<String, String> required = new TreeMap<>(topic.cleanup().config());
        required.keySet().retainAll(BINDING);
        return required;
    }

    private static String members(Topics topics, PartitionGroup group) {
        return String.join(
                ", ",
                topics.all().stream()
                        .filter(topic -> topic.group() == group)
                        .map(Topic::name)
                        .toList());
    }
}
