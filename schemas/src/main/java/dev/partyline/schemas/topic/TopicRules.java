package dev.partyline.schemas.topic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What topics that are there must be like. Pure: sees names, counts and configurations. */
final class TopicRules {
    /** Settings that a promise stands on; others are the operator's to tune. */
    private static final Map<String, Bound> BINDING = Map.of(
            "cleanup.policy", Bound.EQUAL,
            "message.timestamp.type", Bound.EQUAL,
            "retention.ms", Bound.AT_LEAST,
            "retention.bytes", Bound.AT_LEAST,
            "delete.retention.ms", Bound.AT_LEAST,
            "max.compaction.lag.ms", Bound.AT_MOST,
            "max.message.bytes", Bound.AT_LEAST);

    private static final String MIN_IN_SYNC = "min.insync.replicas";

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
                Bound bound = BINDING.getOrDefault(setting, Bound.EQUAL);
                String actual = is.getOrDefault(setting, must);
                if (!bound.permits(actual, must)) {
                    faults.add("topic " + topic.name() + " has " + setting + "=" + actual + ", must be "
                            + bound.describe(must));
                }
            });
        }
        return faults;
    }

    /** What works, but loses what was acknowledged when one broker is lost. */
    static List<String> hints(Topics topics, Map<String, Integer> copies, Map<String, Map<String, String>> configs) {
        List<String> single = new ArrayList<>();
        List<String> thin = new ArrayList<>();
        for (Topic<?> topic : topics.all()) {
            int replicas = copies.getOrDefault(topic.name(), 0);
            String minInSync = configs.getOrDefault(topic.name(), Map.of()).getOrDefault(MIN_IN_SYNC, "1");
            if (replicas == 1) {
                single.add(topic.name());
            } else if (replicas > 2 && minInSync.equals("1")) {
                thin.add(topic.name());
            }
        }
        List<String> hints = new ArrayList<>();
        hint(single, "have one copy: what is on a lost disk is lost; replication factor 3 survives it", hints);
        hint(thin, "have " + MIN_IN_SYNC + "=1: what one broker alone has acknowledged may be lost; set 2", hints);
        return hints;
    }

    private static void hint(List<String> names, String words, List<String> hints) {
        if (!names.isEmpty()) {
            hints.add(String.join(", ", names) + " " + words);
        }
    }

    private static Map<String, String> required(Topic<?> topic) {
        Map<String, String> required = new TreeMap<>(topic.cleanup().config());
        required.keySet().retainAll(BINDING.keySet());
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
