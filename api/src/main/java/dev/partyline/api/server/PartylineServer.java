package dev.partyline.api.server;

import dev.partyline.api.config.ServerConfig;
import dev.partyline.api.http.ApiServer;
import dev.partyline.schemas.topic.TopicAdmin;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An instance by a configuration file, from its start to its end. */
public final class PartylineServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PartylineServer.class);
    private static final Duration PROGRESS = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    /** What the engine is given to commit, beyond the configured waits. */
    private static final Duration COMMIT_WITHIN = Duration.ofSeconds(40);

    private final Installation installation;

    private PartylineServer(Installation installation) {
        this.installation = installation;
    }

    /**
     * Waits for Kafka and the registry, checks the topics, and starts the instance on them.
     *
     * @param name of the configuration, for messages
     * @throws IllegalStateException when it cannot start; the message says what to do
     */
    public static PartylineServer start(ServerConfig config, String name) {
        LOG.info("waiting for Kafka at {}", config.kafka().bootstrapServers());
        try (Admin admin = Surroundings.kafka(config)) {
            List<String> faults = TopicAdmin.check(admin, config.topics().topics());
            if (!faults.isEmpty()) {
                throw new IllegalStateException("topics are not as they must be:\n  " + String.join("\n  ", faults)
                        + "\n  What is missing is made by: ./partyline topics create " + name);
            }
        }
        LOG.info("waiting for the schema registry at {}", config.values().registryUrl());
        Surroundings.awaitRegistry(config);
        PartylineServer server = new PartylineServer(Installation.start(ServerSetup.of(config)));
        LOG.info(
                "the API listens on {}, health and metrics on {}",
                server.api().uri(),
                server.api().adminUri());
        return server;
    }

    /** Longer than {@link #close} takes when all goes well. */
    public static Duration stopsWithin(ServerConfig config) {
        return config.http().drain().plus(config.http().listeners().grace()).plus(COMMIT_WITHIN);
    }

    public ApiServer api() {
        return installation.api();
    }

    /** Says when the instance is ready, and how far it is until then. */
    public void awaitReady() throws InterruptedException {
        long begin = System.nanoTime();
        while (!installation.awaitReady(PROGRESS)) {
            LOG.info(
                    "not ready after {} s: {}",
                    seconds(begin),
                    installation.health().state());
        }
        LOG.info("ready after {} s", seconds(begin));
    }

    /**
     * Returns only by an exception.
     *
     * @throws IllegalStateException when the engine has failed
     * @throws InterruptedException when the instance is asked to stop
     */
    public void awaitFailure() throws InterruptedException {
        while (!installation.hasFailed()) {
            TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
        }
        throw new IllegalStateException(
                "the engine has failed: it is in state " + installation.health().state());
    }

    @Override
    public void close() {
        LOG.info("stopping: not ready any more, serving on");
        installation.close();
        LOG.info("stopped");
    }

    private static long seconds(long begin) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    }
}
