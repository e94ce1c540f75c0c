package dev.partyline.api.server;

import dev.partyline.api.http.PartylineConfiguration;
import dev.partyline.api.peer.PeerAccess;
import dev.partyline.api.stream.StreamSettings;
import dev.partyline.topology.EngineConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What an instance is made of.
 *
 * @param clients what every client of Kafka's is configured with, bootstrap servers among it; may hold secrets
 * @param drain how long it serves on after it has said that it is not ready, when it stops
 * @param streams what streams may take
 * @param peers how the other instances are reached; empty: it stands alone
 */
public record InstallationConfig(
        EngineConfig engine,
        Map<String, Object> clients,
        PartylineConfiguration http,
        Duration drain,
        StreamSettings streams,
        Optional<PeerAccess> peers) {
    public InstallationConfig {
        clients = Map.copyOf(clients);
    }
}
