package dev.partyline.api.cli;

import dev.partyline.api.client.Connection;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.topology.EngineConfig;

/** Where an embedded installation listens. */
record Addresses(Connection connection, String api, String admin) {
    static Addresses of(EmbeddedPartyline partyline) {
        Connection connection = new Connection(
                partyline.bootstrapServers(),
                partyline.registryUri().toString(),
                EngineConfig.DEFAULT_APPLICATION_ID,
                partyline.topics());
        return new Addresses(
                connection, partyline.apiUri().toString(), partyline.adminUri().toString());
    }

    /** For people. */
    String text() {
        return String.format(
                "%n  API       %s%n  health    %s/health%n  admin     %s%n  Kafka     %s%n  registry  %s%n",
                api, api, admin, connection.bootstrapServers(), connection.registryUrl());
    }
}
