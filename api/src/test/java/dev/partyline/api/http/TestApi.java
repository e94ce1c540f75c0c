package dev.partyline.api.http;

import dev.partyline.api.http.JsonClient.Answer;
import dev.partyline.api.http.auth.TokenMint;
import dev.partyline.api.openapi.Contract;
import dev.partyline.api.stream.FakeStreams;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The API on a real server and a free port, over fakes of what it stands on. Requests bring a token of acme. */
final class TestApi implements AutoCloseable {
    static final Limits LIMITS = new Limits(20_000, 5, Duration.ofMillis(700), Duration.ofSeconds(30));

    /** Makes the tokens that it takes. */
    static final TokenMint MINT = new TokenMint("a secret that is known to tests alone");

    final FakeQueries queries = new FakeQueries();
    final FakeIntake intake = new FakeIntake();
    final FakeStreams streams = new FakeStreams();
    volatile ServiceHealth health = new ServiceHealth(true, "RUNNING", 0, 0, 0, 0);

    private final JsonClient client = JsonClient.of(MINT, "acme");
    private final PartylineConfiguration configuration =
            PartylineConfiguration.onLoopback(0, 0, Optional.empty(), LIMITS, MINT.config());
    private final ApiServices services =
            new ApiServices(queries, intake, streams, () -> health, SilentEngine.INTROSPECTION);
    private final ApiServer server = ApiServer.start(configuration, services);

    /** As it was when it started. */
    void reset() {
        queries.reset();
        intake.reset();
        health = new ServiceHealth(true, "RUNNING", 0, 0, 0, 0);
    }

    /** Everything that can be asked of it. */
    List<Endpoint> endpoints() {
        return Endpoints.of(configuration, services);
    }

    Answer get(String path) {
        return held(client.get(at(path)));
    }

    Answer post(String path, String json) {
        return held(client.post(at(path), json));
    }

    Answer send(HttpRequest.Builder request) {
        return held(client.send(request));
    }

    /** Every answer must be as the API's own description says. */
    private Answer held(Answer answer) {
        HttpRequest request = answer.response().request();
        if (request.uri().getPort() != server.uri().getPort()) {
            return answer;
        }
        String mediaType = answer.header("Content-Type").split(";", 2)[0];
        Contract.holds(request.method(), request.uri().getRawPath(), answer.status(), mediaType, answer.json());
        return answer;
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
