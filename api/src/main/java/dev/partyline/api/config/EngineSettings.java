package dev.partyline.api.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * How this instance runs the engine.
 *
 * @param applicationId Kafka Streams' application id, the same on all instances
 * @param stateDirectory where the stores lie; no two instances may share it
 * @param threads stream threads
 * @param standbys instances that keep a copy of each store
 * @param view whether this instance serves feeds
 * @param groupInstanceId this instance's name for static membership
 * @param startTimeout how long to wait at start for Kafka and the registry
 */
public record EngineSettings(
        String applicationId,
        Path stateDirectory,
        int threads,
        int standbys,
        boolean view,
        Optional<String> groupInstanceId,
        Duration startTimeout) {
    static EngineSettings of(AbstractConfig values) {
        return new EngineSettings(
                values.getString(ConfigKeys.APPLICATION_ID),
                Path.of(values.getString(ConfigKeys.STATE_DIRECTORY)).toAbsolutePath(),
                values.getInt(ConfigKeys.THREADS),
                values.getInt(ConfigKeys.STANDBYS),
                values.getBoolean(ConfigKeys.VIEW),
                Optional.ofNullable(values.getString(ConfigKeys.GROUP_INSTANCE_ID)),
                Spans.parse(values.getString(ConfigKeys.START_TIMEOUT)));
    }
}
