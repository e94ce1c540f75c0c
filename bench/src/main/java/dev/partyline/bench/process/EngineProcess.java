package dev.partyline.bench.process;

import dev.partyline.api.client.Connection;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.http.auth.TokenMint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A Partyline server in a process of its own. It may be stopped and started again, also as one of another installation. */
public final class EngineProcess {
    private static final String SECRET = "a secret for benchmarks, which nobody else knows";
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    /** Of several: after six seconds one that was killed counts as gone. */
    private static final Map<String, String> SOON_MISSED = Map.of(
            "consumer.session.timeout.ms", "6000",
            "consumer.heartbeat.interval.ms", "1000",
            "producer.transaction.timeout.ms", "5000");

    private final Stage stage;
    private final Child child;
    private final Path home;
    private final int standbys;

    EngineProcess(Stage stage, Child child, Path home, int standbys) {
        this.stage = stage;
        this.child = child;
        this.home = home;
        this.standbys = standbys;
    }

    /** Starts it, waits until it is ready, and returns where its API is. */
    public URI start(Connection installation, boolean view) throws IOException {
        return URI.create(
                child.start(Map.of("config", config(installation, view).toString(), "ready", "true")));
    }

    /** Tells it to start, and returns at once; to be followed by {@link #started}. */
    public void tellToStart(Connection installation, boolean view) throws IOException {
        child.tellToStart(Map.of("config", config(installation, view).toString()));
    }

    /** Waits until it has begun to work. */
    public void started() throws IOException {
        child.answer();
    }

    public void stop() throws IOException {
        child.stop();
    }

    public boolean alive() {
        return child.alive();
    }

    /** Deletes its stores; it is stopped. */
    public void forget(Connection installation) {
        Scratch.delete(state(installation));
    }

    public String token(String workspace, String subject, Scope scope) {
        return new TokenMint(SECRET).mint(workspace, subject, Set.of(scope), TOKEN_LIFE);
    }

    /** As {@code kill -9}. */
    public void kill() {
        child.kill();
    }

    private Path state(Connection installation) {
        return home.resolve(installation.group());
    }

    private Path config(Connection installation, boolean view) throws IOException {
        Files.createDirectories(home);
        Map<String, String> settings = new TreeMap<>(standbys == 0 ? Map.of() : SOON_MISSED);
        settings.putAll(stage.settings().kafka());
        String kafka = settings.entrySet().stream()
                .map(setting -> setting.getKey() + ": \"" + setting.getValue() + "\"")
                .collect(Collectors.joining(", "));
        return Files.writeString(home.resolve(installation.group() + ".yml"), """
                kafka: {bootstrap-servers: "%s", properties: {%s}}
                registry.url: %s
                topics: {prefix: %s, partitions: %d, replication-factor: 1}
                engine: {application-id: %s, state-directory: %s, standbys: %d, threads: %d, view: %s}
                http: {host: 127.0.0.1, port: 0, admin-port: 0, drain: 0s}
                auth: {hmac-secret: "%s", issuer: partyline-dev, audience: partyline}
                """.formatted(
                        installation.bootstrapServers(),
                        kafka,
                        installation.registryUrl(),
                        installation.topics().prefix(),
                        stage.settings().partitions(),
                        installation.group(),
                        state(installation),
                        standbys,
                        stage.settings().threads(),
                        view,
                        SECRET));
    }
}
