package dev.partyline.api.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker in this process: one KRaft node on loopback whose data lie in one directory. A start on the same
 * directory, also after a crash, is the same cluster again.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final String address;

    private EmbeddedBroker(DirectoryLock lock, KafkaRaftServer server, String address) {
        this.lock = lock;
        this.server = server;
        this.address = address;
    }

    /**
     * Starts the broker and returns when it takes clients.
     *
     * @param directory where its data lie; created when it is missing
     * @param port where it listens; 0: where it listened last if that is free, else a free one
     * @throws IllegalStateException when the directory is in use, the port is taken, or Kafka does not start
     */
    public static EmbeddedBroker start(Path directory, int port) {
        return start(directory, Loopback.HOST, port);
    }

    /** The same on another address of this machine: for tests whose clients have networks of their own. */
    static EmbeddedBroker start(Path directory, String host, int port) {
        DirectoryLock lock = DirectoryLock.acquire(directory);
        try {
            BrokerIdentity identity = identify(directory, port);
            String address = host + ":" + identity.port();
            return new EmbeddedBroker(lock, run(directory.resolve("logs"), identity, address), address);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** For clients: {@code host:port}. */
    public String bootstrapServers() {
        return address;
    }

    /** Stops the broker with its data flushed, and lets go of the directory. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        lock.close();
    }

    private static BrokerIdentity identify(Path directory, int wantedPort) {
        BrokerIdentity last = BrokerIdentity.load(directory).orElseGet(() -> BrokerIdentity.ofNewCluster(0));
        BrokerIdentity now = last.withPort(choosePort(wantedPort, last.port()));
        now.save(directory);
        return now;
    }

    private static int choosePort(int wanted, int last) {
        if (wanted != 0) {
            if (!Loopback.isFree(wanted)) {
                throw new IllegalStateException("the Kafka port " + wanted + " is taken: choose another, or 0 for any");
            }
            return wanted;
        }
        return last != 0 && Loopback.isFree(last) ? last : Loopback.freePort();
    }

    private static KafkaRaftServer run(Path logs, BrokerIdentity identity, String address) {
        Map<String, Object> settings = BrokerSettings.of(logs, address, Loopback.freePort());
        FormerBroker former = new FormerBroker(logs);
        boolean crashed = former.crashed();
        try {
            format(logs, identity.clusterId());
            if (crashed) {
                former.fence();
            }
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
            startOrStop(server);
            return server;
        } catch (Exception e) {
            throw new IllegalStateException("the embedded Kafka broker does not start on " + logs, e);
        }
    }

    private static void startOrStop(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    /** Names the directory after the cluster if it is new; otherwise checks that it is this cluster's. */
    private static void format(Path logs, String clusterId) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(clusterId)
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setDirectories(List.of(logs.toAbsolutePath().toString()))
                .setMetadataLogDirectory(logs.toAbsolutePath().toString())
                .setIgnoreFormatted(true)
                .run();
    }
}
