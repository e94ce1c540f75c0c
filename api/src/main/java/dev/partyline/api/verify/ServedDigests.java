package dev.partyline.api.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.schemas.FeedDigest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What the API says that feeds come to. */
public final class ServedDigests implements Digests {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** So long an instance may not be ready. */
    private static final long NOT_READY_FOR_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final int UNAVAILABLE = 503;
    private static final int HEX = 16;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final URI api;
    private final String token;

    /** @param token of the workspace, with the scope ops */
    public ServedDigests(URI api, String token) {
        this.api = api;
        this.token = token;
    }

    @Override
    public Served of(String workspaceId, String userId) throws InterruptedException {
        long deadline = System.nanoTime() + NOT_READY_FOR_NANOS;
        HttpResponse<byte[]> response = ask(workspaceId, userId);
        while (response.statusCode() == UNAVAILABLE && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(1);
            response = ask(workspaceId, userId);
        }
        return read(response);
    }

    private HttpResponse<byte[]> ask(String workspaceId, String userId) throws InterruptedException {
        URI at = api.resolve("/v1/workspaces/" + workspaceId + "/users/" + userId + "/feed/digest");
        HttpRequest request = HttpRequest.newBuilder(at)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("no API answers at " + api + ": check --api", e);
        }
    }

    private Served read(HttpResponse<byte[]> response) {
        JsonNode body = json(response);
        return switch (response.statusCode()) {
            case 200 ->
                new Served(
                        new FeedDigest(
                                body.path("rows").asLong(),
                                Long.parseUnsignedLong(body.path("checksum").asText(), HEX)),
                        body.path("partition").asInt(),
                        body.path("offset").asLong());
            case 401, 403 ->
                throw new IllegalStateException("the API does not take the token for this: --token must be one"
                        + " of the workspace, with the scope ops ("
                        + body.path("detail").asText("no detail") + ")");
            default ->
                throw new IllegalStateException("the API at " + api + " answers " + response.statusCode() + ": "
                        + body.path("detail").asText());
        };
    }

    private JsonNode json(HttpResponse<byte[]> response) {
        try {
            return mapper.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("what answers at " + api + " is no Partyline", e);
        }
    }
}
