package dev.partyline.api.config;

import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.types.Password;

/**
 * All that a server is told. What it prints of itself has no secrets.
 *
 * @param clusterSecret what instances know each other by
 * @param region two-letter country in whose way people write numbers without a +
 */
public record ServerConfig(
        KafkaSettings kafka,
        ValueSettings values,
        TopicSettings topics,
        EngineSettings engine,
        HttpSettings http,
        AuthSettings auth,
        Optional<Password> clusterSecret,
        LimitSettings limits,
        Optional<String> region,
        LogSettings log) {
    static ServerConfig of(AbstractConfig values) {
        return new ServerConfig(
                KafkaSettings.of(values),
                ValueSettings.of(values),
                TopicSettings.of(values),
                EngineSettings.of(values),
                HttpSettings.of(values),
                AuthSettings.of(values),
                Optional.ofNullable(values.getPassword(ConfigKeys.SECRET)),
                LimitSettings.of(values),
                Optional.ofNullable(values.getString(ConfigKeys.REGION)),
                LogSettings.of(values));
    }
}
