package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.api.http.auth.Scope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to fail gives a problem document. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest {
    private static final String RECORDS = "/v1/workspaces/acme/records";
    private static final String USER = "/v1/workspaces/acme/users/ana/numbers";

    private final TestApi api = new TestApi();

    @BeforeEach
    void reset() {
        api.reset();
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,", "{\"a\":1,\"a\":2}", "[] []", "nonsense", "\"\\ud8"})
    void aBodyThatIsNotJsonIsABadRequest(String body) {
        api.post(RECORDS, body).isProblem(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"text\"", "null", "{}", "{\"records\":{}}", "{\"records\":[],\"more\":1}"})
    void aBodyOfAnotherShapeIsRefused(String body) {
        api.post(RECORDS, body).isProblem(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/v1/workspaces/acme", "/v1/workspaces/acme/numbers/911/nothing"})
    void anUnknownPathIsNotFound(String path) {
        api.get(path).isProblem(404);
    }

    @Test
    void anotherMethodIsNotAllowedAndTheAllowedOnesAreNamed() {
        var problem = api.send(HttpRequest.newBuilder(api.at(USER)).DELETE()).isProblem(405);
        assertThat(problem.header("Allow")).contains("GET");
        api.send(HttpRequest.newBuilder(api.at(USER)).method("BREW", BodyPublishers.noBody()))
                .isProblem(405);
    }

    @Test
    void anAnswerThatNobodyCanGiveIsNotAcceptable() {
        api.send(HttpRequest.newBuilder(api.at(USER)).header("Accept", "text/html"))
                .isProblem(406);
    }

    @Test
    void anotherContentTypeIsUnsupported() {
        api.send(HttpRequest.newBuilder(api.at(RECORDS))
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("[]")))
                .isProblem(415);
        api.send(HttpRequest.newBuilder(api.at(RECORDS)).POST(BodyPublishers.ofString("[]")))
                .isProblem(415);
    }

    @Test
    void aLongBodyIsTooLargeWhetherItSaysItsLengthOrNot() {
        String body = "[" + " ".repeat(TestApi.LIMITS.bodyBytes()) + "]";
        api.post(RECORDS, body).isProblem(413);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        api.send(HttpRequest.newBuilder(api.at(RECORDS))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))))
                .isProblem(413);
    }

    /** The caller hangs up before or within the body that it announced. */
    @ParameterizedTest
    @ValueSource(strings = {"", "["})
    void aBodyThatEndsEarlyIsABadRequest(String body) throws IOException {
        String token = TestApi.MINT.mint("acme", "tester", Set.of(Scope.INGEST), Duration.ofHours(1));
        String answer = raw("POST " + RECORDS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n" + body);
        assertThat(answer).startsWith("HTTP/1.1 400").contains("ended before its body did");
    }

    /** Else a client would need a new connection after each mistake. */
    @Test
    void theConnectionStaysWhenTheBodyThatWasRefusedHadBeenRead() throws IOException {
        String token = TestApi.MINT.mint("acme", "tester", Set.of(Scope.INGEST), Duration.ofHours(1));
        byte[] request = ("POST " + RECORDS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n1")
                .getBytes(StandardCharsets.US_ASCII);
        try (RawHttp http = new RawHttp(api.server().uri())) {
            for (int i = 0; i < 2; i++) {
                assertThat(http.send(request, false))
                        .returns(422, RawHttp.Answer::status)
                        .returns(false, RawHttp.Answer::closes);
            }
        }
    }

    @Test
    void aStoreThatIsNotReadyIsUnavailableForAMoment() {
        api.queries.failure = FakeQueries.notReady();
        assertThat(api.get(USER).isProblem(503).header("Retry-After")).isEqualTo("1");
    }

    @Test
    void aBugShowsItsIdAndNothingElse() {
        api.queries.failure = new IllegalArgumentException("secret detail");
        var problem = api.get(USER).isProblem(500);
        assertThat(problem.json().path("instance").asText()).startsWith("urn:uuid:");
        assertThat(problem.response().body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/%zz", "/v1/workspaces/a%2Fb/numbers/911/history", "/%c0%af"})
    void whatTheServerItselfRefusesIsAProblemToo(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(new ObjectMapper()
                        .readTree(answer.substring(answer.indexOf('{')))
                        .path("status")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void healthSaysWhetherTheEngineAnswersAndWhatItCouldNotTake() {
        assertThat(api.get("/health").status()).isEqualTo(200);
        api.health = new ServiceHealth(false, "REBALANCING", 3, 2, 1, 4);
        var answer = api.get("/health");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json())
                .hasToString(
                        "{\"ready\":false,\"state\":\"REBALANCING\",\"deadLetters\":3,\"moved\":2,\"walks\":1,\"untold\":4}");
        var admin = api.send(HttpRequest.newBuilder(api.server().adminUri().resolve("/healthcheck")));
        assertThat(admin.json().path("engine").path("healthy").asBoolean(true)).isFalse();
        assertThat(admin.json().path("engine").path("deadLetters").asInt()).isEqualTo(3);
    }

    @Test
    void itListensOnLoopbackOnly() {
        assertThat(api.server().uri().getHost()).isEqualTo("127.0.0.1");
        assertThat(api.server().adminUri().getHost()).isEqualTo("127.0.0.1");
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(api.server().uri().getHost(), api.server().uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
