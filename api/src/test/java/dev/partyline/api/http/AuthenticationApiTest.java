package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.http.JsonClient.Answer;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.http.auth.TokenMint;
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

/** Who is asked for a token, and what is said of one that is not taken (RFC 6750). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthenticationApiTest {
    private static final String MEMBERS = "/v1/workspaces/acme/members";
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestApi api = new TestApi();
    private final JsonClient nobody = JsonClient.ofNobody();

    @BeforeEach
    void reset() {
        api.reset();
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMBERS, "/v1/presets", "/v1/workspaces/acme", "/nowhere", "/", "/internal", "/health/x"})
    void withoutATokenNothingIsSaidNotEvenWhetherThePathExists(String path) {
        Answer answer = nobody.get(api.at(path)).isProblem(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"partyline\"");
        nobody.send(HttpRequest.newBuilder(api.at(path)).DELETE()).isProblem(401);
    }

    @Test
    void healthIsForEveryone() {
        assertThat(nobody.get(api.at("/health")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearer a b", "Bearer x, Bearer y", "x", "Bearer  ", "bearer é"})
    void aHeaderOfAnotherFormIsNoToken(String header) {
        invalid(header);
    }

    @Test
    void aTokenThatIsNotTakenIsInvalid() {
        invalid("Bearer " + TestApi.MINT.mint("acme", "ana", Set.of(Scope.OPS), Duration.ofMinutes(-5)));
        invalid("Bearer "
                + new TokenMint("another secret, which this server does not know")
                        .mint("acme", "ana", Set.of(Scope.OPS), HOUR));
        invalid("Bearer a.b.c");
    }

    @Test
    void theSchemesNameIsWrittenInAnyCase() {
        String token = TestApi.MINT.mint("acme", "ana", Set.of(Scope.OPS), HOUR);
        assertThat(send("bearer " + token).status()).isEqualTo(200);
        assertThat(send("BEARER  " + token).status()).isEqualTo(200);
    }

    @Test
    void aMissingScopeIsNamed() {
        Answer answer = send("Bearer " + TestApi.MINT.mint("acme", "ana", Set.of(Scope.INGEST), HOUR))
                .isProblem(403);
        assertThat(answer.header("WWW-Authenticate"))
                .contains("error=\"insufficient_scope\"")
                .contains("scope=\"ops\"");
        assertThat(answer.detail()).contains("ops");
    }

    @Test
    void whatNoMethodIsWrittenForIsForNobody() {
        api.send(HttpRequest.newBuilder(api.at(MEMBERS)).method("OPTIONS", BodyPublishers.noBody()))
                .isProblem(403);
    }

    @Test
    void aHugeTokenIsRefusedByTheServerItself() {
        send("Bearer " + "a".repeat(100_000)).isProblem(431);
    }

    /** A path that only looks free leads to nothing that needs a token. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/../v1/workspaces/acme/members",
                "/health/../v1/workspaces/acme/members",
                "/internal/..;/v1/workspaces/acme/members",
                "/internal/%2e%2e/v1/workspaces/acme/members",
                "/internal/..%2fv1/workspaces/acme/members",
                "/internal//../../v1/workspaces/acme/members",
                "//v1/workspaces/acme/members",
                "/v1/workspaces/acme;/members",
                "/v1/./workspaces/acme/members",
                "http://x/internal/../v1/workspaces/acme/members",
                "/internal/x?/../../v1/workspaces/acme/members",
            })
    void noDetourLeadsPastTheDoor(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (400|401|404) .*").doesNotContain("\"members\"");
    }

    private void invalid(String header) {
        Answer answer = send(header).isProblem(401);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    private Answer send(String header) {
        return nobody.send(HttpRequest.newBuilder(api.at(MEMBERS)).header("Authorization", header));
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(api.server().uri().getHost(), api.server().uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
