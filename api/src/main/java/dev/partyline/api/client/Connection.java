package dev.partyline.api.client;

import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/**
 * Where an installation is.
 *
 * @param bootstrapServers Kafka, {@code host:port,…}
 * @param registryUrl the schema registry
 * @param group the engine's consumer group, which is its application id
 * @param topics the topics' names
 */
public record Connection(String bootstrapServers, String registryUrl, String group, Topics topics) {
    /** A client of Kafka's that asks after the installation's state. The caller closes it. */
    public Admin admin() {
        return Admin.create(kafka());
    }

    /** Configuration that every Kafka client begins with; a new map each time. */
    Map<String, Object> kafka() {
        return new HashMap<>(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    AvroSerdes serdes() {
        return new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", registryUrl));
    }
}
