package dev.partyline.schemas.topic;

import java.util.EnumMap;
import java.util.Map;

/**
 * How wide topics are created.
 *
 * @param partitions partitions of each topic of a group; a group that is missing gets {@link #DEFAULT_PARTITIONS}
 * @param replicationFactor copies of each partition; -1: as the broker has it by default
 */
public record TopicLayout(Map<PartitionGroup, Integer> partitions, short replicationFactor) {
    public static final int DEFAULT_PARTITIONS = 24;
    public static final int EMBEDDED_PARTITIONS = 4;
    private static final short BROKER_DEFAULT = -1;

    public TopicLayout {
        partitions = Map.copyOf(partitions);
    }

    /** For a cluster: {@link #DEFAULT_PARTITIONS} everywhere, the broker's replication factor. */
    public static TopicLayout standard() {
        return new TopicLayout(Map.of(), BROKER_DEFAULT);
    }

    /** For an embedded broker: the same count everywhere, one copy. */
    public static TopicLayout embedded(int partitions) {
        Map<PartitionGroup, Integer> all = new EnumMap<>(PartitionGroup.class);
        for (PartitionGroup group : PartitionGroup.values()) {
            all.put(group, partitions);
        }
        return new TopicLayout(all, (short) 1);
    }

    /** Partitions of each topic of {@code group}. */
    public int of(PartitionGroup group) {
        return partitions.getOrDefault(group, DEFAULT_PARTITIONS);
    }
}
