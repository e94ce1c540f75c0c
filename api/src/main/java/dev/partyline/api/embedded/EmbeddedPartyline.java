package dev.partyline.api.embedded;

import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.Engine;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A whole Partyline in this process: broker, registry, topics, engine and HTTP API, on loopback. Data lie in one
 * directory; a start on the same directory, also after a crash, goes on where it ended.
 */
public final class EmbeddedPartyline implements AutoCloseable {
    private EmbeddedPartyline() {}

    /**
     * Starts all parts; returns before the engine is ready (see {@link #awaitReady}).
     *
     * @throws IllegalStateException when the directory is in use by another process or a port is taken
     */
    public static EmbeddedPartyline start(EmbeddedConfig config) {
        throw new UnsupportedOperationException(config.toString());
    }

    /** Kafka, {@code host:port}. */
    public String bootstrapServers() {
        throw new UnsupportedOperationException();
    }

    /** The schema registry. */
    public URI registryUri() {
        throw new UnsupportedOperationException();
    }

    /** The HTTP API, without a slash at the end. */
    public URI apiUri() {
        throw new UnsupportedOperationException();
    }

    /** Dropwizard's admin pages, without a slash at the end. */
    public URI adminUri() {
        throw new UnsupportedOperationException();
    }

    /** The topics' names. */
    public Topics topics() {
        throw new UnsupportedOperationException();
    }

    /** What an Avro serde for the topics is configured with, {@code schema.registry.url} first of all. */
    public Map<String, Object> serdeConfig() {
        throw new UnsupportedOperationException();
    }

    public Engine engine() {
        throw new UnsupportedOperationException();
    }

    /**
     * Waits until the engine processes and answers.
     *
     * @return false when {@code atMost} passed before
     * @throws IllegalStateException when the engine has failed
     */
    public boolean awaitReady(Duration atMost) throws InterruptedException {
        throw new UnsupportedOperationException(atMost.toString());
    }

    /** Stops all parts, in the reverse order of their start. */
    @Override
    public void close() {}
}
