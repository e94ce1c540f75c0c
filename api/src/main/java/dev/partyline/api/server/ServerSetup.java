package dev.partyline.api.server;

import dev.partyline.api.config.EngineSettings;
import dev.partyline.api.config.ServerConfig;
import dev.partyline.api.http.PartylineConfiguration;
import dev.partyline.api.peer.PeerAccess;
import dev.partyline.api.peer.PeerSecret;
import dev.partyline.api.stream.StreamSettings;
import dev.partyline.topology.EngineConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
                config.http().drain(),
                StreamSettings.DEFAULT.withPerUser(config.limits().streamsPerUser()),
                peers(config));
    }

    /** The way to the other instances, if there is a secret to know them by. */
    private static Optional<PeerAccess> peers(ServerConfig config) {
        boolean tls = config.http().listeners().tls().isPresent();
        return config.clusterSecret().map(secret -> new PeerAccess(PeerSecret.of(secret.value()), tls));
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
                streams(config),
                config.http().advertised(),
                engine.standbys());
    }

    private static Map<String, Object> streams(ServerConfig config) {
        Map<String, Object> streams = new HashMap<>(config.kafka().properties());
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
