package dev.partyline.api.embedded;

import dev.partyline.api.http.ApiServer;
import dev.partyline.api.http.ApiServices;
import dev.partyline.api.http.Limits;
import dev.partyline.api.http.PartylineConfiguration;
import dev.partyline.api.http.auth.TokenMint;
import dev.partyline.api.intake.KafkaIntake;
import dev.partyline.api.registry.EmbeddedRegistry;
import dev.partyline.api.stream.StreamHub;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.Engine;
import dev.partyline.topology.EngineHealth;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A whole Partyline in this process: broker, registry, topics, engine and HTTP API, on loopback. Data lie in one
 * directory; a start on the same directory, also after a crash, goes on where it ended.
 */
public final class EmbeddedPartyline implements AutoCloseable {
    private static final Set<String> FAILED = Set.of("PENDING_ERROR", "ERROR", "PENDING_SHUTDOWN", "NOT_RUNNING");
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Parts parts;
    private final EmbeddedConfig config;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final Engine engine;
    private final TokenMint tokens;
    private final ApiServer api;

    private EmbeddedPartyline(EmbeddedConfig config, Parts parts) {
        this.parts = parts;
        this.config = config;
        this.broker = parts.add(EmbeddedBroker.start(
                config.data().resolve("kafka"), config.ports().kafka()));
        this.registry = parts.add(EmbeddedRegistry.start(
                config.data().resolve("registry"), config.ports().registry()));
        this.engine = parts.add(EmbeddedEngine.start(config, bootstrapServers(), serdeConfig()));
        KafkaIntake intake = parts.add(KafkaIntake.connect(
                bootstrapServers(),
                topics(),
                serdes().of(DirectoryChange.class).serializer(),
                serdes().of(TelephonyRecord.class).serializer()));
        StreamHub streams = parts.add(EmbeddedEngine.streams(config, bootstrapServers(), serdes(), engine));
        this.tokens = DevKey.loadOrCreate(config.data());
        this.api = parts.add(ApiServer.start(
                PartylineConfiguration.onLoopback(
                        config.ports().http(),
                        config.ports().admin(),
                        config.region(),
                        Limits.DEFAULT,
                        tokens.config()),
                new ApiServices(
                        engine.queries(),
                        intake,
                        streams,
                        () -> EmbeddedEngine.health(engine),
                        EmbeddedEngine.introspection(engine))));
        parts.add(streams); // Again, to be stopped first: its clients are told before the server goes.
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
        return api.uri();
    }

    /** Dropwizard's admin pages, without a slash at the end. */
    public URI adminUri() {
        return api.adminUri();
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
        return engine;
    }

    /**
     * Waits until the engine processes and answers.
     *
     * @return false when {@code atMost} passed before
     * @throws IllegalStateException when the engine has failed
     */
    public boolean awaitReady(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        EngineHealth health = engine.health();
        while (!health.ready() && System.nanoTime() < deadline) {
            if (FAILED.contains(health.state())) {
                throw new IllegalStateException("the engine has failed: it is in state " + health.state());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            health = engine.health();
        }
        return health.ready();
    }

    /** Stops all parts, in the reverse order of their start. Does nothing the second time. */
    @Override
    public void close() {
        parts.close();
    }
}
