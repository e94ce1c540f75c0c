package dev.partyline.topology;

import dev.partyline.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * All that the engine is told.
 *
 * @param applicationId Kafka Streams' application id: the consumer group, and the prefix of changelogs
 * @param bootstrapServers Kafka, {@code host:port,…}
 * @param topics the topics' names
 * @param serdeClass class name of the Avro serde for topic values
 * @param serdeConfig what that serde is configured with, {@code schema.registry.url} first of all
 * @param stateDirectory where RocksDB lies
 * @param view whether this instance keeps {@code user-feed} and {@code user-numbers} for readers
 * @param threads stream threads
 * @param kafka further Kafka and Streams settings, which win over the engine's own
 * @param applicationServer {@code host:port} at which the other instances reach this one's API; empty: it stands alone
 * @param standbys how many other instances keep a copy of each store
 */
public record EngineConfig(
        String applicationId,
        String bootstrapServers,
        Topics topics,
        String serdeClass,
        Map<String, Object> serdeConfig,
        Path stateDirectory,
        boolean view,
        int threads,
        Map<String, Object> kafka,
        Optional<String> applicationServer,
        int standbys) {
    public static final String DEFAULT_APPLICATION_ID = "partyline";

    /** Of an instance that stands alone. */
    public EngineConfig(
            String applicationId,
            String bootstrapServers,
            Topics topics,
            String serdeClass,
            Map<String, Object> serdeConfig,
            Path stateDirectory,
            boolean view,
            int threads,
            Map<String, Object> kafka) {
        this(
                applicationId,
                bootstrapServers,
                topics,
                serdeClass,
                serdeConfig,
                stateDirectory,
                view,
                threads,
                kafka,
                Optional.empty(),
                0);
    }

    /** The same as one of several instances. */
    public EngineConfig among(String newApplicationServer, int newStandbys) {
        return new EngineConfig(
                applicationId,
                bootstrapServers,
                topics,
                serdeClass,
                serdeConfig,
                stateDirectory,
                view,
                threads,
                kafka,
                Optional.of(newApplicationServer),
                newStandbys);
    }
}
