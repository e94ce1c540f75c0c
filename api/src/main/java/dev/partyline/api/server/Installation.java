package dev.partyline.api.server;

import dev.partyline.api.http.ApiServer;
import dev.partyline.api.http.ApiServices;
import dev.partyline.api.http.Introspection;
import dev.partyline.api.http.ServiceHealth;
import dev.partyline.api.intake.KafkaIntake;
import dev.partyline.api.metrics.MetricsServlet;
import dev.partyline.api.peer.FeedMessages;
import dev.partyline.api.picture.TopologyPicture;
import dev.partyline.api.stream.Heads;
import dev.partyline.api.stream.StreamConfig;
import dev.partyline.api.stream.StreamHub;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.topology.Engine;
import dev.partyline.topology.EngineConfig;
import dev.partyline.topology.EngineHealth;
import dev.partyline.topology.query.Peers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An instance: the engine, and the API on it. It stops in the order in which nobody notices: first it says that it is not
 * ready, while it serves on; then requests under way end; then the engine commits and leaves the group.
 */
public final class Installation implements AutoCloseable {
    private static final Set<String> FAILED = Set.of("PENDING_ERROR", "ERROR", "PENDING_SHUTDOWN", "NOT_RUNNING");
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Parts parts;
    private final Duration drain;
    private final Engine engine;
    private final BrokerWatch broker;
    private final ApiServer api;
    private volatile boolean stopping;

    private Installation(InstallationConfig config, Parts parts) {
        this.parts = parts;
        this.drain = config.drain();
        FeedMessages feeds = new FeedMessages(config.engine().topics().feed(), serdes(config));
        Peers peers = config.peers().<Peers>map(access -> access.peers(feeds)).orElse(Peers.NONE);
        this.engine = parts.add(Engine.start(config.engine(), peers));
        this.broker = parts.add(BrokerWatch.start(config.clients()));
        KafkaIntake intake = parts.add(intake(config));
        StreamHub streams = parts.add(streams(config, engine));
        this.api = parts.add(ApiServer.start(
                config.http(),
                new ApiServices(
                        engine.queries(),
                        intake,
                        streams,
                        this::health,
                        introspection(engine),
                        config.peers().map(access -> access.side(feeds, engine.own(), engine.scope())))));
        parts.add(streams); // Again, to be stopped first: its clients are told before the server goes.
    }

    /**
     * Starts all parts; returns before the engine is ready (see {@link #awaitReady}). The topics must exist.
     *
     * @throws IllegalStateException when topics are not as they must be, or a port is taken
     */
    public static Installation start(InstallationConfig config) {
        Parts parts = new Parts();
        try {
            return new Installation(config, parts);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    public ApiServer api() {
        return api;
    }

    public Engine engine() {
        return engine;
    }

    /** How it is now; does not block. */
    public ServiceHealth health() {
        return HealthRules.of(engine.health(), broker.reachable(), stopping);
    }

    /** Whether the engine has come to an end that it does not come back from, and that nobody asked for. */
    public boolean hasFailed() {
        return !stopping && FAILED.contains(engine.health().state());
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
            if (hasFailed()) {
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
        boolean used = health().ready();
        stopping = true;
        if (used) {
            pause(drain);
        }
        parts.close();
    }

    /** What the engine tells of itself. */
    private static Introspection introspection(Engine engine) {
        return new Introspection(
                MetricsServlet.of(engine::metrics),
                engine.topology().toString(),
                TopologyPicture.of(engine.topology()));
    }

    /** The streams of what the engine writes. */
    private static StreamHub streams(InstallationConfig config, Engine engine) {
        return StreamHub.start(new StreamConfig(
                config.clients(),
                config.engine().topics(),
                serdes(config),
                Heads.of(engine.queries()),
                config.streams()));
    }

    private static KafkaIntake intake(InstallationConfig config) {
        EngineConfig engine = config.engine();
        AvroSerdes serdes = serdes(config);
        return KafkaIntake.connect(
                config.clients(),
                engine.topics(),
                serdes.of(DirectoryChange.class).serializer(),
                serdes.of(TelephonyRecord.class).serializer());
    }

    private static AvroSerdes serdes(InstallationConfig config) {
        return new AvroSerdes(config.engine().serdeClass(), config.engine().serdeConfig());
    }

    private static void pause(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
