package dev.partyline.api.embedded;

import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.TopicAdmin;
import dev.partyline.schemas.topic.TopicLayout;
import dev.partyline.topology.EngineConfig;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How embedded mode runs the engine. */
final class EmbeddedEngine {
    private static final int THREADS = 2;
    /** After a crash, the group waits this long for the member that is gone. */
    private static final int SESSION_MILLIS = 10_000;

    private static final int HEARTBEAT_MILLIS = 2_000;

    private EmbeddedEngine() {}

    /** Creates the topics that are missing, and says how the engine runs on them. */
    static EngineConfig prepare(EmbeddedConfig config, String bootstrapServers, Map<String, Object> serdeConfig) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            TopicAdmin.create(admin, config.topics(), TopicLayout.embedded(config.partitions()));
        }
        Path state = config.data().resolve("state").toAbsolutePath();
        return new EngineConfig(
                EngineConfig.DEFAULT_APPLICATION_ID,
                bootstrapServers,
                config.topics(),
                AvroSerdes.DEFAULT_SERDE,
                serdeConfig,
                state,
                true,
                THREADS,
                Map.of(
                        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS,
                        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MILLIS));
    }
}
