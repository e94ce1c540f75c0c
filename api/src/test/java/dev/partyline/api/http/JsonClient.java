package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.http.auth.TokenMint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Asks a server for JSON, over real HTTP, with a token or as nobody. */
public final class JsonClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ObjectMapper mapper = new ObjectMapper();

    private final Optional<String> token;

    private JsonClient(Optional<String> token) {
        this.token = token;
    }

    /** Brings no token. */
    public static JsonClient ofNobody() {
        return new JsonClient(Optional.empty());
    }

    /** Brings this token every time. */
    public static JsonClient bearing(String token) {
        return new JsonClient(Optional.of(token));
    }

    /** Brings a token of a workspace that reads everything and submits anything. */
    public static JsonClient of(TokenMint mint, String workspaceId) {
        return bearing(mint.mint(workspaceId, "tester", Set.of(Scope.OPS, Scope.INGEST), Duration.ofHours(1)));
    }

    public Answer get(URI at) {
        return send(HttpRequest.newBuilder(at));
    }

    public Answer post(URI at, String json) {
        return send(HttpRequest.newBuilder(at)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = answer(request);
            return new Answer(response, mapper.readTree(response.body()));
        } catch (IOException e) {
            throw new AssertionError("the answer is not JSON", e);
        }
    }

    /** An answer that is not JSON, as text; {@code accept} is its media type. */
    public HttpResponse<String> text(URI at, String accept) {
        return answer(HttpRequest.newBuilder(at).header("Accept", accept));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        token.ifPresent(each -> request.setHeader("Authorization", "Bearer " + each));
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the server did not answer", e);
        }
    }

    /** An answer and its JSON. */
    public record Answer(HttpResponse<String> response, JsonNode json) {
        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Checks that this is a complete problem document of that status, and no page or stack trace. */
        public Answer isProblem(int status) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(json.path("status").asInt()).isEqualTo(status);
            assertThat(json.path("type").asText()).startsWith("urn:partyline:problem:");
            assertThat(json.path("title").asText()).isNotEmpty();
            assertThat(json.path("detail").asText()).isNotEmpty();
            assertThat(response.body()).doesNotContain("<html").doesNotContain("\tat ");
            return this;
        }

        public String field() {
            return json.path("field").asText();
        }

        public String detail() {
            return json.path("detail").asText();
        }
    }
}
