package dev.partyline.topology.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker what the engine's group has committed. */
final class GroupOffsets implements Function<Set<TopicPartition>, CompletableFuture<Map<TopicPartition, Long>>> {
    private static final int TIMEOUT_MILLIS = 5_000;

    private final Admin admin;
    private final String group;

    /** @param applicationId the engine's consumer group */
    GroupOffsets(Admin admin, String applicationId) {
        this.admin = admin;
        this.group = applicationId;
    }

    @Override
    public CompletableFuture<Map<TopicPartition, Long>> apply(Set<TopicPartition> partitions) {
        return admin.listConsumerGroupOffsets(
                        Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(List.copyOf(partitions))),
                        new ListConsumerGroupOffsetsOptions().timeoutMs(TIMEOUT_MILLIS))
                .partitionsToOffsetAndMetadata(group)
                .toCompletionStage()
                .toCompletableFuture()
                .thenApply(GroupOffsets::offsets);
    }

    /** Kafka: null where the group has committed nothing. */
    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetAndMetadata> committed) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        committed.forEach((partition, next) -> {
            if (next != null) {
                offsets.put(partition, next.offset());
            }
        });
        return offsets;
    }
}
