package dev.partyline.api.server;

import dev.partyline.api.config.EngineSettings;
import dev.partyline.api.config.ServerConfig;
import dev.partyline.api.http.PartylineConfiguration;
import dev.partyline.topology.EngineConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.streams.StreamsConfig;

/** What a configuration file comes to. */
final class ServerSetup {
    private ServerSetup() {}

    static InstallationConfig of(ServerConfig config) {
        return new InstallationConfig(
                engine(config),
                config.kafka().clients(),
                PartylineConfiguration.listening(
                        config.http().listeners(),
                        config.region(),
                        config.limits().limits(),
                        config.auth().config()),
                config.http().drain());
    }

    private static EngineConfig engine(ServerConfig config) {
        EngineSettings engine = config.engine();
        return new EngineConfig(
                engine.applicationId(),
                config.kafka().bootstrapServers(),
                config.topics().topics(),
                config.values().serdeClass(),
                config.values().config(),
                engine.stateDirectory(),
                engine.view(),
                engine.threads(),
                streams(config));
    }

    private static Map<String, Object> streams(ServerConfig config) {
        Map<String, Object> streams = new HashMap<>(config.kafka().properties());
        streams.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.engine().standbys());
        config.http().advertised().ifPresent(at -> streams.put(StreamsConfig.APPLICATION_SERVER_CONFIG, at));
        config.topics()
                .replicationFactor()
                .ifPresent(copies -> streams.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, copies));
        config.engine()
                .groupInstanceId()
                .ifPresent(name -> streams.put(
                        StreamsConfig.mainConsumerPrefix(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG), name));
        return streams;
    }
}
