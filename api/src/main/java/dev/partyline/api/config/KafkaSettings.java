package dev.partyline.api.config;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * How Kafka is reached.
 *
 * @param bootstrapServers {@code host:port,…}
 * @param properties Kafka's own settings for all its clients; may hold secrets
 */
public record KafkaSettings(String bootstrapServers, Map<String, Object> properties) {
    public KafkaSettings {
        properties = Map.copyOf(properties);
    }

    static KafkaSettings of(AbstractConfig values) {
        return new KafkaSettings(
                values.getString(ConfigKeys.BOOTSTRAP_SERVERS),
                values.originalsWithPrefix(ConfigKeys.KAFKA_PROPERTIES));
    }

    /** What any client of Kafka's is configured with. */
    public Map<String, Object> clients() {
        Map<String, Object> clients = new HashMap<>(properties);
        clients.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return clients;
    }

    /** Names the properties without their values. */
    @Override
    public String toString() {
        return bootstrapServers + " " + properties.keySet();
    }
}
