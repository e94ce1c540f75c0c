package dev.partyline.topology.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the broker what the engine's group has committed, and can be read. A transaction that is committed is marked so in one
 * partition after the other, and the group's offsets may be first: rows count as committed when every partition has its mark.
 */
final class GroupOffsets implements Function<Set<TopicPartition>, CompletableFuture<Map<TopicPartition, Long>>> {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int LOOK_AGAIN_MILLIS = 2;

    private final Admin admin;
    private final String group;
    /** What could be read already. */
    private final Map<TopicPartition, Long> readable = new ConcurrentHashMap<>();

    /** @param applicationId the engine's consumer group, and what its transactional ids begin with */
    GroupOffsets(Admin admin, String applicationId) {
        this.admin = admin;
        this.group = applicationId;
    }

    @Override
    public CompletableFuture<Map<TopicPartition, Long>> apply(Set<TopicPartition> partitions) {
        return committed(partitions).thenCompose(this::onceReadable);
    }

    private CompletableFuture<Map<TopicPartition, Long>> onceReadable(Map<TopicPartition, Long> committed) {
        boolean old =
                committed.entrySet().stream().allMatch(each -> each.getValue().equals(readable.get(each.getKey())));
        return old
                ? CompletableFuture.completedFuture(committed)
                : beingMarked().thenCompose(this::marked).thenApply(done -> {
                    readable.putAll(committed);
                    return committed;
                });
    }

    private CompletableFuture<Map<TopicPartition, Long>> committed(Set<TopicPartition> partitions) {
        return stage(admin.listConsumerGroupOffsets(
                                Map.of(
                                        group,
                                        new ListConsumerGroupOffsetsSpec().topicPartitions(List.copyOf(partitions))),
                                new ListConsumerGroupOffsetsOptions().timeoutMs(TIMEOUT_MILLIS))
                        .partitionsToOffsetAndMetadata(group))
                .thenApply(GroupOffsets::offsets);
    }

    /** Completes when none of these transactions is being marked any more. */
    private CompletableFuture<Boolean> marked(Set<String> transactions) {
        if (transactions.isEmpty()) {
            return CompletableFuture.completedFuture(true);
        }
        return CompletableFuture.supplyAsync(
                        this::beingMarked, CompletableFuture.delayedExecutor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS))
                .thenCompose(Function.identity())
                .thenCompose(now ->
                        marked(transactions.stream().filter(now::contains).collect(Collectors.toUnmodifiableSet())));
    }

    private CompletableFuture<Set<String>> beingMarked() {
        ListTransactionsOptions options =
                new ListTransactionsOptions().filterStates(List.of(TransactionState.PREPARE_COMMIT));
        return stage(admin.listTransactions(options.timeoutMs(TIMEOUT_MILLIS)).all())
                .thenApply(all -> all.stream()
                        .map(TransactionListing::transactionalId)
                        .filter(id -> id.startsWith(group + "-"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static <T> CompletableFuture<T> stage(KafkaFuture<T> future) {
        return future.toCompletionStage().toCompletableFuture();
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
