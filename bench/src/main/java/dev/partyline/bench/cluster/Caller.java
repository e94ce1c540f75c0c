package dev.partyline.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks servers as one caller does. Safe for many threads. */
final class Caller {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String token;

    Caller(String token) {
        this.token = token;
    }

    /** An answer; status 0: there was none. */
    record Answer(int status, JsonNode body, Optional<String> token) {
        boolean ok() {
            return status / 100 == 2;
        }
    }

    Answer get(URI at) throws InterruptedException {
        return send(HttpRequest.newBuilder(at));
    }

    Answer get(URI at, String atLeast) throws InterruptedException {
        return send(HttpRequest.newBuilder(at).header("Partyline-At-Least", atLeast));
    }

    Answer post(URI at, String json) throws InterruptedException {
        return send(HttpRequest.newBuilder(at)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private Answer send(HttpRequest.Builder request) throws InterruptedException {
        HttpRequest complete = request.header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<byte[]> response = client.send(complete, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    mapper.readTree(response.body()),
                    response.headers().firstValue("Partyline-Token"));
        } catch (IOException e) {
            return new Answer(0, mapper.missingNode(), Optional.empty());
        }
    }
}
