package dev.partyline.api.cluster;

import dev.partyline.api.http.ApiServer;
import dev.partyline.api.http.ApiServices;
import dev.partyline.api.http.JsonClient;
import dev.partyline.api.http.JsonClient.Answer;
import dev.partyline.api.http.Limits;
import dev.partyline.api.http.PartylineConfiguration;
import dev.partyline.api.http.ServiceHealth;
import dev.partyline.api.http.SilentEngine;
import dev.partyline.api.http.auth.TokenMint;
import dev.partyline.api.intake.KafkaIntake;
import dev.partyline.api.peer.PeerSide;
import dev.partyline.api.stream.FakeStreams;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.Engine;
import dev.partyline.topology.EngineHealth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

/** One instance: engine, intake and API. */
final class Node implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final TokenMint MINT = new TokenMint("a secret that is known to tests alone");

    private final JsonClient client = JsonClient.of(MINT, Together.WORKSPACE);
    private final String address;
    private final Engine engine;
    private final KafkaIntake intake;
    private final ApiServer api;

    private Node(Installation installation, String name, int port, int standbys) {
        this.address = HOST + ":" + port;
        this.engine = Engine.start(installation.engine(name, address, standbys), installation.peers());
        this.intake = KafkaIntake.connect(
                Map.of("bootstrap.servers", installation.bootstrapServers()),
                installation.topics(),
                installation.serdes().of(DirectoryChange.class).serializer(),
                installation.serdes().of(TelephonyRecord.class).serializer());
        this.api = ApiServer.start(
                PartylineConfiguration.onLoopback(port, 0, Optional.empty(), Limits.DEFAULT, MINT.config()),
                new ApiServices(
                        engine.queries(),
                        intake,
                        new FakeStreams(),
                        this::health,
                        SilentEngine.INTROSPECTION,
                        Optional.of(new PeerSide(
                                installation.secret(), installation.feedMessages(), engine.own(), engine.scope()))));
    }

    /** Starts an instance; returns before it is ready. */
    static Node start(Installation installation, String name, int standbys) {
        return new Node(installation, name, freePort(), standbys);
    }

    String address() {
        return address;
    }

    Engine engine() {
        return engine;
    }

    Answer get(String path) {
        return client.get(at(path));
    }

    Answer get(String path, String token) {
        return client.send(HttpRequest.newBuilder(at(path)).header("Partyline-At-Least", token));
    }

    Answer post(String path, String json) {
        return client.post(at(path), json);
    }

    /** Whether it processes, and has partitions to process. */
    boolean works() {
        return engine.health().ready() && !engine.own().status().active().isEmpty();
    }

    /** Is not to be reached any more, though it goes on working. */
    void hide() {
        api.close();
    }

    @Override
    public void close() {
        api.close();
        intake.close();
        engine.close();
    }

    private URI at(String path) {
        return URI.create("http://" + address + path);
    }

    private ServiceHealth health() {
        EngineHealth now = engine.health();
        return new ServiceHealth(
                now.ready(), now.state(), now.deadLetters(), now.movedRecords(), now.walks(), now.untold());
    }

    /** One that was free a moment ago: the engine must be told the address before the API takes it. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
