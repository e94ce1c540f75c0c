package dev.partyline.api.embedded;

import dev.partyline.api.http.Limits;
import dev.partyline.api.http.PartylineConfiguration;
import dev.partyline.api.http.auth.TokenMint;
import dev.partyline.api.registry.EmbeddedRegistry;
import dev.partyline.api.server.Installation;
import dev.partyline.api.server.InstallationConfig;
import dev.partyline.api.server.Parts;
import dev.partyline.api.stream.StreamSettings;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.Engine;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A whole Partyline in this process: broker, registry, topics, engine and HTTP API, on loopback. Data lie in one
 * directory; a start on the same directory, also after a crash, goes on where it ended.
 */
public final class EmbeddedPartyline implements AutoCloseable {
    private final Parts parts;
    private final EmbeddedConfig config;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final TokenMint tokens;
    private final Installation installation;

    private EmbeddedPartyline(EmbeddedConfig config, Parts parts) {
        this.parts = parts;
        this.config = config;
        this.broker = parts.add(EmbeddedBroker.start(
                config.data().resolve("kafka"), config.ports().kafka()));
        this.registry = parts.add(EmbeddedRegistry.start(
                config.data().resolve("registry"), config.ports().registry()));
        this.tokens = DevKey.loadOrCreate(config.data());
        this.installation = parts.add(Installation.start(new InstallationConfig(
                EmbeddedEngine.prepare(config, bootstrapServers(), serdeConfig()),
                Map.of("bootstrap.servers", bootstrapServers()),
                PartylineConfiguration.onLoopback(
                        config.ports().http(),
                        config.ports().admin(),
                        config.region(),
                        Limits.DEFAULT,
                        tokens.config()),
                Duration.ZERO,
                StreamSettings.DEFAULT,
                Optional.empty())));
    }

    /**
     * Starts all parts; returns before the engine is ready (see {@link #awaitReady}).
     *
     * @throws IllegalStateException when the directory is in use by another process or a port is taken
     */
    public static EmbeddedPartyline start(EmbeddedConfig config) {
        Parts parts = new Parts();
        try {
            return new EmbeddedPartyline(config, parts);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Kafka, {@code host:port}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The schema registry. */
    public URI registryUri() {
        return registry.uri();
    }

    /** The HTTP API, without a slash at the end. */
    public URI apiUri() {
        return installation.api().uri();
    }

    /** Dropwizard's admin pages, without a slash at the end. */
    public URI adminUri() {
        return installation.api().adminUri();
    }

    /** Makes the tokens that the API takes; with the same data, also those of earlier starts are taken. */
    public TokenMint tokens() {
        return tokens;
    }

    /** The topics' names. */
    public Topics topics() {
        return config.topics();
    }

    /** What an Avro serde for the topics is configured with, {@code schema.registry.url} first of all. */
    public Map<String, Object> serdeConfig() {
        return Map.of("schema.registry.url", registry.uri().toString());
    }

    /** Serdes for the topics' values. */
    public AvroSerdes serdes() {
        return new AvroSerdes(AvroSerdes.DEFAULT_SERDE, serdeConfig());
    }

    public Engine engine() {
        return installation.engine();
    }

    /**
     * Waits until the engine processes and answers.
     *
     * @return false when {@code atMost} passed before
     * @throws IllegalStateException when the engine has failed
     */
    public boolean awaitReady(Duration atMost) throws InterruptedException {
        return installation.awaitReady(atMost);
    }

    /** Stops all parts, in the reverse order of their start. Does nothing the second time. */
    @Override
    public void close() {
        parts.close();
    }
}
