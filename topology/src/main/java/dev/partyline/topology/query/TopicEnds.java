package dev.partyline.topology.query;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the broker where partitions end: for readers of what is committed, or with all that was written. Between the two lie
 * transactions that are open, and whatever was written after the first of them, committed or not.
 */
final class TopicEnds implements Function<Set<TopicPartition>, CompletableFuture<Map<TopicPartition, Long>>> {
    private static final int TIMEOUT_MILLIS = 5_000;

    private final Admin admin;
    private final IsolationLevel isolation;

    TopicEnds(Admin admin, IsolationLevel isolation) {
        this.admin = admin;
        this.isolation = isolation;
    }

    @Override
    public CompletableFuture<Map<TopicPartition, Long>> apply(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest()));
        return admin.listOffsets(latest, new ListOffsetsOptions(isolation).timeoutMs(TIMEOUT_MILLIS))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .thenApply(TopicEnds::offsets);
    }

    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, ListOffsetsResultInfo> ends) {
        return ends.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }
}
