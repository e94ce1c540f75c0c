package dev.partyline.topology.query;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Where partitions end for readers of what is committed, as the broker says when it is asked. */
final class CommittedEnds {
    private final Admin admin;
    private final BrokerContact contact;
    private final Map<TopicPartition, Coalesced<ListOffsetsResultInfo>> questions = new ConcurrentHashMap<>();

    CommittedEnds(Admin admin, BrokerContact contact) {
        this.admin = admin;
        this.contact = contact;
    }

    /**
     * The offset before which lies everything that was committed before this call.
     *
     * @throws NotReadyException when the broker does not answer in time
     */
    long of(TopicPartition partition) {
        return contact.await(questions
                        .computeIfAbsent(partition, each -> new Coalesced<>(() -> ask(each)))
                        .ask())
                .offset();
    }

    private CompletableFuture<ListOffsetsResultInfo> ask(TopicPartition partition) {
        ListOffsetsOptions committed =
                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs(BrokerContact.timeoutMillis());
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()), committed)
                .partitionResult(partition)
                .toCompletionStage()
                .toCompletableFuture();
    }
}
