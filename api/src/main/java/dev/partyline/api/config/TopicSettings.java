package dev.partyline.api.config;

import dev.partyline.schemas.topic.PartitionGroup;
import dev.partyline.schemas.topic.TopicLayout;
import dev.partyline.schemas.topic.Topics;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * The topics' names, and how those that are missing are created.
 *
 * @param replicationFactor copies of each partition; empty: as the broker has it by default
 */
public record TopicSettings(
        Topics topics, Map<PartitionGroup, Integer> partitions, Optional<Integer> replicationFactor) {
    static TopicSettings of(AbstractConfig values) {
        Map<PartitionGroup, Integer> partitions = new EnumMap<>(PartitionGroup.class);
        int all = values.getInt(ConfigKeys.PARTITIONS);
        partitions.put(PartitionGroup.FREE, all);
        partitions.put(PartitionGroup.WORKSPACE, orAll(values, ConfigKeys.WORKSPACE_PARTITIONS, all));
        partitions.put(PartitionGroup.NUMBER, orAll(values, ConfigKeys.NUMBER_PARTITIONS, all));
        partitions.put(PartitionGroup.USER, orAll(values, ConfigKeys.USER_PARTITIONS, all));
        return new TopicSettings(
                new Topics(values.getString(ConfigKeys.TOPIC_PREFIX)),
                Map.copyOf(partitions),
                Optional.ofNullable(values.getInt(ConfigKeys.REPLICATION_FACTOR)));
    }

    public TopicLayout layout() {
        short standard = TopicLayout.standard().replicationFactor();
        return new TopicLayout(
                partitions, replicationFactor.map(Integer::shortValue).orElse(standard));
    }

    private static int orAll(AbstractConfig values, String key, int all) {
        return Optional.ofNullable(values.getInt(key)).orElse(all);
    }
}
