package dev.partyline.topology.query;

import dev.partyline.schemas.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the engine has committed, as the broker tells it. */
public final class Commits implements CommittedOffsets {
    private static final int TIMEOUT_MILLIS = 5_000;

    private final Admin admin;
    private final String group;

    /** @param applicationId the engine's consumer group */
    public Commits(Admin admin, String applicationId) {
        this.admin = admin;
        this.group = applicationId;
    }

    @Override
    public boolean passed(Topic<?> topic, int partition, long offset) throws InterruptedException {
        TopicPartition place = new TopicPartition(topic.name(), partition);
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                            Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(place))),
                            new ListConsumerGroupOffsetsOptions().timeoutMs(TIMEOUT_MILLIS))
                    .partitionsToOffsetAndMetadata(group)
                    .get();
            OffsetAndMetadata next = committed.get(place);
            return next != null && next.offset() > offset;
        } catch (ExecutionException e) {
            throw new NotReadyException("the broker does not say what is committed; ask again in a moment", e);
        }
    }
}
