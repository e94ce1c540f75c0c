package dev.partyline.schemas.topic;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates the topics, and says what is wrong with those that are there. All calls block, and throw the broker's
 * KafkaException when it cannot be asked.
 */
public final class TopicAdmin {
    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private TopicAdmin() {}

    /**
     * Creates what is missing, with its declared configuration; leaves what is there as it is. Where a group has topics
     * already, a missing one gets as many partitions as they have, whatever {@code layout} says. Returns when the broker
     * that is asked sees them all, and the new ones can be written to: the controller answers before that.
     *
     * @return the names of those that were missing
     */
    public static Set<String> create(Admin admin, Topics topics, TopicLayout layout) {
        Map<String, Integer> present = partitionCounts(admin, topics);
        Map<PartitionGroup, Integer> counts = TopicRules.partitions(topics, present);
        List<NewTopic> missing = topics.all().stream()
                .filter(topic -> !present.containsKey(topic.name()))
                .map(topic -> newTopic(topic, counts.getOrDefault(topic.group(), layout.of(topic.group())), layout))
                .toList();
        admin.createTopics(missing).values().values().forEach(answer -> {
            // Another instance may have been quicker.
            absentIf(TopicExistsException.class, answer);
        });
        awaitAll(admin, topics);
        Set<String> created = missing.stream().map(NewTopic::name).collect(toSet());
        awaitLeaders(admin, topics, created);
        return created;
    }

    /** What contradicts the declaration, in words: the topic, the setting, what it is and what it must be. */
    public static List<String> check(Admin admin, Topics topics) {
        Map<String, Integer> present = partitionCounts(admin, topics);
        List<String> faults = new ArrayList<>(TopicRules.partitionFaults(topics, present));
        faults.addAll(TopicRules.configFaults(topics, configs(admin, present.keySet())));
        return List.copyOf(faults);
    }

    /** What contradicts nothing, but is less safe than it could be. */
    public static List<String> hints(Admin admin, Topics topics) {
        Map<String, TopicSize> sizes = sizes(admin, topics);
        Map<String, Integer> copies = new TreeMap<>();
        sizes.forEach((name, size) -> copies.put(name, size.copies()));
        return TopicRules.hints(topics, copies, configs(admin, sizes.keySet()));
    }

    /** How large the topics are that are there, by name. */
    public static Map<String, TopicSize> sizes(Admin admin, Topics topics) {
        List<String> names = topics.all().stream().map(Topic::name).toList();
        Map<String, TopicSize> sizes = new TreeMap<>();
        admin.describeTopics(names).topicNameValues().forEach((name, answer) -> {
            Optional<TopicDescription> description = absentIf(UnknownTopicOrPartitionException.class, answer);
            description.ifPresent(d -> sizes.put(name, TopicSize.of(d)));
        });
        return sizes;
    }

    /** Partitions of each topic of each group, as they are; without FREE, and without groups that have no topics yet. */
    public static Map<PartitionGroup, Integer> partitions(Admin admin, Topics topics) {
        return TopicRules.partitions(topics, partitionCounts(admin, topics));
    }

    private static void awaitAll(Admin admin, Topics topics) {
        long begin = System.nanoTime();
        while (partitionCounts(admin, topics).size() < topics.all().size()) {
            if (System.nanoTime() - begin > VISIBLE_WITHIN.toNanos()) {
                throw new TimeoutException("topics " + topics.prefix() + "* were created, but the broker does not show"
                        + " them all after " + VISIBLE_WITHIN.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /**
     * A leader may be named before it takes anything; one that says where its partition ends does. Who publishes before
     * that may lose events for good (KAFKA-15591).
     */
    private static void awaitLeaders(Admin admin, Topics topics, Set<String> created) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        partitionCounts(admin, topics).forEach((name, partitions) -> {
            for (int partition = 0; created.contains(name) && partition < partitions; partition++) {
                ends.put(new TopicPartition(name, partition), OffsetSpec.latest());
            }
        });
        absentIf(UnknownTopicOrPartitionException.class, admin.listOffsets(ends).all());
    }

    private static NewTopic newTopic(Topic<?> topic, int partitions, TopicLayout layout) {
        short replicas = layout.replicationFactor();
        return new NewTopic(
                        topic.name(), Optional.of(partitions), replicas < 0 ? Optional.empty() : Optional.of(replicas))
                .configs(topic.cleanup().config());
    }

    private static Map<String, Integer> partitionCounts(Admin admin, Topics topics) {
        Map<String, Integer> counts = new TreeMap<>();
        sizes(admin, topics).forEach((name, size) -> counts.put(name, size.partitions()));
        return counts;
    }

    private static Map<String, Map<String, String>> configs(Admin admin, Set<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Map<String, String>> configs = new TreeMap<>();
        admin.describeConfigs(resources).values().forEach((resource, answer) -> {
            Optional<Config> config = absentIf(UnknownTopicOrPartitionException.class, answer);
            config.ifPresent(c -> configs.put(resource.name(), entries(c)));
        });
        return configs;
    }

    private static Map<String, String> entries(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(toMap(entry -> entry.name(), entry -> entry.value()));
    }

    /** What the broker answers; empty when it answers nothing, or with this error. */
    private static <T> Optional<T> absentIf(Class<? extends KafkaException> expected, KafkaFuture<T> answer) {
        try {
            return Optional.ofNullable(answer.get());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (expected.isInstance(e.getCause())) {
                return Optional.empty();
            }
            throw new KafkaException("the broker refused: " + e.getCause(), e.getCause());
        }
    }
}
