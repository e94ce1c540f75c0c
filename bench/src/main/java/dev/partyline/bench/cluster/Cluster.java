package dev.partyline.bench.cluster;

import dev.partyline.api.client.Connection;
import dev.partyline.api.embedded.EmbeddedBroker;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.http.auth.TokenMint;
import dev.partyline.api.registry.EmbeddedRegistry;
import dev.partyline.bench.cluster.ServerProcess.Ports;
import dev.partyline.bench.process.Scratch;
import dev.partyline.schemas.topic.TopicAdmin;
import dev.partyline.schemas.topic.TopicLayout;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.EngineConfig;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** A broker and a registry in this process, and servers in processes of their own, all on loopback. */
final class Cluster implements AutoCloseable {
    static final String WORKSPACE = "bench";
    /** After this, a server that was killed counts as gone. */
    static final Duration SESSION = Duration.ofSeconds(6);

    private static final int PARTITIONS = 8;
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final TokenMint mint = new TokenMint("a secret for benchmarks, which nobody else knows");
    private final Topics topics = new Topics("partyline.");
    private final List<ServerProcess> servers = new ArrayList<>();
    private final Scratch scratch;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    private Cluster(Scratch scratch) {
        this.scratch = scratch;
        Path directory = scratch.path();
        this.broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        this.registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
    }

    /**
     * Starts all, and returns when every server is ready.
     *
     * @param standbys copies of each store besides the active one
     */
    static Cluster start(int servers, int standbys) throws IOException, InterruptedException {
        Scratch scratch = Scratch.create();
        Cluster cluster = new Cluster(scratch);
        try {
            cluster.launch(scratch.path(), servers, standbys);
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void launch(Path directory, int count, int standbys) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicAdmin.create(admin, topics, TopicLayout.embedded(PARTITIONS));
        }
        for (int i = 0; i < count; i++) {
            Path home = Files.createDirectory(directory.resolve("server-" + i));
            Ports ports = new Ports(freePort(), freePort());
            Path config = Files.writeString(home.resolve("config.yml"), config(home, ports, standbys));
            servers.add(ServerProcess.start(config, home.resolve("log"), ports));
        }
        for (ServerProcess server : servers) {
            server.awaitReady();
        }
    }

    List<ServerProcess> servers() {
        return servers;
    }

    Connection connection() {
        return new Connection(
                broker.bootstrapServers(), registry.uri().toString(), EngineConfig.DEFAULT_APPLICATION_ID, topics);
    }

    String token(String subject, Scope... scopes) {
        return mint.mint(WORKSPACE, subject, Set.of(scopes), TOKEN_LIFE);
    }

    /** Bytes that the broker keeps, of all topics but Kafka's own. */
    long topicBytes() throws InterruptedException {
        try (Admin admin = connection().admin()) {
            return admin.describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
                    .flatMap(dirs -> dirs.values().stream())
                    .flatMap(dir -> dir.replicaInfos().entrySet().stream())
                    .filter(replica -> !replica.getKey().topic().startsWith("__"))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say how much it keeps", e);
        }
    }

    /** Keeps topics and logs when it is closed, and says where. */
    void keep() {
        scratch.keep();
        System.err.println("topics and logs are kept in " + scratch.path());
    }

    @Override
    public void close() throws InterruptedException {
        for (ServerProcess server : servers) {
            server.kill();
        }
        registry.close();
        broker.close();
        scratch.close();
    }

    private String config(Path home, Ports ports, int standbys) {
        return """
                kafka:
                  bootstrap-servers: %s
                  properties: {consumer.session.timeout.ms: %d, consumer.heartbeat.interval.ms: 1000, producer.transaction.timeout.ms: 5000}
                registry.url: %s
                topics: {partitions: %d, replication-factor: 1}
                engine: {state-directory: %s, standbys: %d, threads: 2}
                http: {host: 127.0.0.1, port: %d, admin-port: %d, advertised: "127.0.0.1:%d", drain: 1s}
                auth: {hmac-secret: "a secret for benchmarks, which nobody else knows", issuer: partyline-dev, audience: partyline}
                cluster.secret: another secret for benchmarks
                """.formatted(
                        broker.bootstrapServers(),
                        SESSION.toMillis(),
                        registry.uri(),
                        PARTITIONS,
                        home.resolve("state"),
                        standbys,
                        ports.api(),
                        ports.admin(),
                        ports.api());
    }

    /** A server keeps its port over restarts, so it cannot be left to the system. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
