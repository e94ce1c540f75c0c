package dev.partyline.api.stream;

import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topics;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** The topic {@code feed} as the broker has it. */
record FeedTopic(String name, Uuid id, int partitions) {
    /**
     * Asks the broker; blocks.
     *
     * @throws IllegalStateException when it does not say
     */
    static FeedTopic describe(Admin admin, Topics topics) {
        String name = topics.feed().name();
        try {
            KafkaFuture<TopicDescription> answer = Objects.requireNonNull(
                    admin.describeTopics(List.of(name)).topicNameValues().get(name));
            TopicDescription found = answer.get();
            return new FeedTopic(name, found.topicId(), found.partitions().size());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not describe " + name + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for " + name, e);
        }
    }

    /** Where a user's rows lie; {@code user}: {@code ws|userId}. */
    TopicPartition of(String user) {
        return new TopicPartition(name, Partitions.ofKey(user, partitions));
    }
}
