package dev.partyline.schemas.topic;

import org.apache.kafka.clients.admin.TopicDescription;

/**
 * How large a topic is on the broker.
 *
 * @param copies of each partition; the fewest that any has
 */
public record TopicSize(int partitions, int copies) {
    static TopicSize of(TopicDescription description) {
        int copies = description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        return new TopicSize(description.partitions().size(), copies);
    }
}
