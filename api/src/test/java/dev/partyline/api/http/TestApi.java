package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The API on a real server and a free port, over fakes of what it stands on. */
final class TestApi implements AutoCloseable {
    static final Limits LIMITS = new Limits(20_000, 5, Duration.ofMillis(700), Duration.ofSeconds(30));

    final FakeQueries queries = new FakeQueries();
    final FakeIntake intake = new FakeIntake();
    volatile ServiceHealth health = new ServiceHealth(true, "RUNNING", 0, 0, 0);

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ApiServer server = ApiServer.start(
            PartylineConfiguration.onLoopback(0, 0, Optional.empty(), LIMITS),
            new ApiServices(queries, intake, () -> health));

    /** As it was when it started. */
    void reset() {
        queries.reset();
        intake.reset();
        health = new ServiceHealth(true, "RUNNING", 0, 0, 0);
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(at(path)));
    }

    Answer post(String path, String json) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response, mapper.readTree(response.body()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the server did not answer", e);
        }
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

    /** An answer and its JSON. */
    record Answer(HttpResponse<String> response, JsonNode json) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Checks that this is a complete problem document of that status, and no page or stack trace. */
        Answer isProblem(int status) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(json.path("status").asInt()).isEqualTo(status);
            assertThat(json.path("type").asText()).startsWith("urn:partyline:problem:");
            assertThat(json.path("title").asText()).isNotEmpty();
            assertThat(json.path("detail").asText()).isNotEmpty();
            assertThat(response.body()).doesNotContain("<html").doesNotContain("\tat ");
            return this;
        }

        String field() {
            return json.path("field").asText();
        }

        String detail() {
            return json.path("detail").asText();
        }
    }
}
