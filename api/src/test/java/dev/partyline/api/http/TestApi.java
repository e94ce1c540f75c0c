package dev.partyline.api.http;

import dev.partyline.api.http.JsonClient.Answer;
import dev.partyline.api.stream.FakeStreams;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/** The API on a real server and a free port, over fakes of what it stands on. */
final class TestApi implements AutoCloseable {
    static final Limits LIMITS = new Limits(20_000, 5, Duration.ofMillis(700), Duration.ofSeconds(30));

    final FakeQueries queries = new FakeQueries();
    final FakeIntake intake = new FakeIntake();
    final FakeStreams streams = new FakeStreams();
    volatile ServiceHealth health = new ServiceHealth(true, "RUNNING", 0, 0, 0, 0);

    private final JsonClient client = new JsonClient();
    private final ApiServer server = ApiServer.start(
            PartylineConfiguration.onLoopback(0, 0, Optional.empty(), LIMITS),
            new ApiServices(queries, intake, streams, () -> health));

    /** As it was when it started. */
    void reset() {
        queries.reset();
        intake.reset();
        health = new ServiceHealth(true, "RUNNING", 0, 0, 0, 0);
    }

    Answer get(String path) {
        return client.get(at(path));
    }

    Answer post(String path, String json) {
        return client.post(at(path), json);
    }

    Answer send(HttpRequest.Builder request) {
        return client.send(request);
    }

    URI at(String path) {
        return URI.create(server.uri() + path);
    }

    ApiServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
