package dev.partyline.api.embedded;

import dev.partyline.api.http.Introspection;
import dev.partyline.api.http.ServiceHealth;
import dev.partyline.api.metrics.MetricsServlet;
import dev.partyline.api.picture.TopologyPicture;
import dev.partyline.api.stream.Heads;
import dev.partyline.api.stream.StreamConfig;
import dev.partyline.api.stream.StreamHub;
import dev.partyline.api.stream.StreamSettings;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.TopicAdmin;
import dev.partyline.schemas.topic.TopicLayout;
import dev.partyline.topology.Engine;
import dev.partyline.topology.EngineConfig;
import dev.partyline.topology.EngineHealth;
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

    /** Creates the topics that are missing and starts the engine on them. */
    static Engine start(EmbeddedConfig config, String bootstrapServers, Map<String, Object> serdeConfig) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            TopicAdmin.create(admin, config.topics(), TopicLayout.embedded(config.partitions()));
        }
        Path state = config.data().resolve("state").toAbsolutePath();
        return Engine.start(new EngineConfig(
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
                        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MILLIS)));
    }

    /** What the engine tells of itself. */
    static Introspection introspection(Engine engine) {
        return new Introspection(
                MetricsServlet.of(engine::metrics),
                engine.topology().toString(),
                TopologyPicture.of(engine.topology()));
    }

    /** Starts the streams of what the engine writes. */
    static StreamHub streams(EmbeddedConfig config, String bootstrapServers, AvroSerdes serdes, Engine engine) {
        return StreamHub.start(new StreamConfig(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                config.topics(),
                serdes,
                Heads.of(engine.queries()),
                StreamSettings.DEFAULT));
    }

    /** The engine's health in the API's words. */
    static ServiceHealth health(Engine engine) {
        EngineHealth now = engine.health();
        return new ServiceHealth(
                now.ready(), now.state(), now.deadLetters(), now.movedRecords(), now.walks(), now.untold());
    }
}
