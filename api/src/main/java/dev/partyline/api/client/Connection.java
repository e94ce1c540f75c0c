package dev.partyline.api.client;

import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Where an installation is.
 *
 * @param bootstrapServers Kafka, {@code host:port,…}
 * @param registryUrl the schema registry
 * @param group the engine's consumer group, which is its application id
 * @param topics the topics' names
 */
public record Connection(String bootstrapServers, String registryUrl, String group, Topics topics) {
    private static final int ANSWER_WITHIN_MS = 10_000;

    /**
     * Looks whether there is an installation at all.
     *
     * @throws IllegalStateException when no Kafka answers soon, or it has not Partyline's topics
     */
    public void check() {
        try (Admin admin = admin()) {
            DescribeTopicsOptions soon = new DescribeTopicsOptions().timeoutMs(ANSWER_WITHIN_MS);
            admin.describeTopics(topics.all().stream().map(Topic::name).toList(), soon)
                    .allTopicNames()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("there is no Partyline at " + bootstrapServers + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + bootstrapServers, e);
        }
    }

    /** A client of Kafka's that asks after the installation's state. The caller closes it. */
    public Admin admin() {
        return Admin.create(kafka());
    }

    /** Reads values of the topics. Who uses it closes it. */
    public <V extends SpecificRecord> Deserializer<V> deserializer(Class<V> value) {
        return serdes().of(value).deserializer();
    }

    /** Configuration that every Kafka client begins with; a new map each time. */
    public Map<String, Object> kafka() {
        return new HashMap<>(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    AvroSerdes serdes() {
        return new AvroSerdes(
                AvroSerdes.DEFAULT_SERDE,
                Map.of("schema.registry.url", registryUrl, "registry.retry.timeout.ms", ANSWER_WITHIN_MS));
    }
}
