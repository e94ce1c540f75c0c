package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.http.RawHttp.Answer;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint, with every set of scopes, of one's own workspace and another, about oneself and another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorisationMatrixTest {
    /** Who may call what (DESIGN 8), written down without a look at the code. "self": with inbox, about oneself alone. */
    private static final String TABLE = """
            GET  /health                                                        free
            GET  /openapi.json                                                  free
            GET  /v1/presets                                                    any
            GET  /v1/ops/instances                                              ops
            GET  /v1/ops/walks                                                  ops
            GET  /v1/ops/topology                                               ops
            GET  /v1/ops/topology.svg                                           ops
            GET  /v1/workspaces/{ws}/members                                    ops
            GET  /v1/workspaces/{ws}/numbers                                    ops
            GET  /v1/workspaces/{ws}/numbers/{number}/assignees                 ops
            GET  /v1/workspaces/{ws}/numbers/{number}/history                   ops
            GET  /v1/workspaces/{ws}/numbers/{number}/records                   ops
            GET  /v1/workspaces/{ws}/users/{user}/numbers                       ops self
            GET  /v1/workspaces/{ws}/users/{user}/feed                          ops self
            GET  /v1/workspaces/{ws}/users/{user}/feed/digest                   ops
            GET  /v1/workspaces/{ws}/users/{user}/feed/stream                   ops self
            GET  /v1/workspaces/{ws}/users/{user}/records/{recordId}/explain    ops self
            POST /v1/workspaces/{ws}/check                                      ops self
            POST /v1/workspaces/{ws}/changes                                    ingest self
            GET  /v1/workspaces/{ws}/changes/{changeId}                         ops ingest inbox
            POST /v1/workspaces/{ws}/records                                    ingest
            """;

    private static final Map<String, Set<String>> WHO = table();
    private static final String CHECK = "{\"checks\":[{\"user\":\"USER\",\"action\":\"ASSIGN\"}]}";
    private static final String CHANGE = "{\"type\":\"MemberRemoved\",\"userId\":\"eve\",\"actorId\":\"USER\"}";

    private final TestApi api = new TestApi();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void reset() {
        api.reset();
        api.queries.users.put("acme|ana", Samples.user());
        api.queries.users.put("acme|ben", Samples.user());
        api.queries.users.put("other|ana", Samples.user());
    }

    @AfterAll
    void stop() {
        api.close();
    }

    List<Endpoint> endpoints() {
        return api.endpoints().stream()
                .filter(endpoint -> !endpoint.path().startsWith("/internal/"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void everyEndpointIsForThoseWhomTheTableNames(Endpoint endpoint) throws Exception {
        assertThat(WHO).as("the table has this endpoint").containsKey(endpoint.name());
        Set<String> who = WHO.getOrDefault(endpoint.name(), Set.of());
        assertThat(status(endpoint, "", "acme", "ana"))
                .as("without a token")
                .satisfies(status -> isServed(who.contains("free"), 401, status));
        for (Set<Scope> had : scopes()) {
            String token = TestApi.MINT.mint("acme", "ana", had, Duration.ofHours(1));
            for (String workspace : List.of("acme", "other")) {
                for (String user : List.of("ana", "ben")) {
                    boolean served = served(endpoint, who, had, workspace.equals("acme"), user.equals("ana"));
                    assertThat(status(endpoint, token, workspace, user))
                            .as("%s of acme and ana, for %s and %s", had, workspace, user)
                            .satisfies(status -> isServed(served, 403, status));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void whatIsForeignAnswersAlikeWhetherThereIsSuchAThingOrNot(Endpoint endpoint) throws Exception {
        if (!endpoint.has("ws")) {
            return;
        }
        String token = TestApi.MINT.mint("acme", "ana", Set.of(Scope.INBOX), Duration.ofHours(1));
        String first = answer(endpoint, token, "other", "ana");
        for (String workspace : List.of("nowhere", "Acme", "-", "%7C", "a".repeat(200))) {
            assertThat(answer(endpoint, token, workspace, "ana")).as(workspace).isEqualTo(first);
        }
        if (endpoint.has("user")) {
            String ofBen = answer(endpoint, token, "acme", "ben");
            for (String user : List.of("nobody", "Ana", "-", "%7C", "a".repeat(200))) {
                assertThat(answer(endpoint, token, "acme", user)).as(user).isEqualTo(ofBen);
            }
        }
    }

    /** A body is announced, and never sent: who waits for it gives no answer. The connection ends with it, and the client is told. */
    @Test
    void nothingIsReadBeforeTheCallerIsKnown() throws Exception {
        String inbox = TestApi.MINT.mint("acme", "ana", Set.of(Scope.INBOX), Duration.ofHours(1));
        assertThat(announced("")).returns(401, Answer::status).returns(true, Answer::closes);
        assertThat(announced("Authorization: Bearer " + inbox + "\r\n"))
                .returns(403, Answer::status)
                .returns(true, Answer::closes);
    }

    /** Every endpoint says whom it is for; {ws} and {user} are what the rules look for. */
    @Test
    void everyEndpointHasItsAnnotationAndItsParametersAreCalledAsTheRulesKnowThem() {
        assertThat(endpoints()).hasSizeGreaterThan(14).allSatisfy(endpoint -> {
            assertThat(endpoint.method().isAnnotationPresent(Allowed.class))
                    .isEqualTo(!WHO.getOrDefault(endpoint.name(), Set.of()).contains("free"));
            assertThat(endpoint.path().contains("/workspaces/")).isEqualTo(endpoint.has("ws"));
            assertThat(endpoint.path().contains("/users/")).isEqualTo(endpoint.has("user"));
        });
    }

    private static void isServed(boolean served, int otherwise, int status) {
        if (served) {
            assertThat(status).isIn(200, 202, 404);
        } else {
            assertThat(status).isEqualTo(otherwise);
        }
    }

    private static boolean served(
            Endpoint endpoint, Set<String> who, Set<Scope> had, boolean ownWorkspace, boolean self) {
        if (who.contains("free")) {
            return true;
        }
        if (!ownWorkspace && endpoint.has("ws")) {
            return false;
        }
        return who.contains("any")
                || who.contains("ops") && had.contains(Scope.OPS)
                || who.contains("ingest") && had.contains(Scope.INGEST)
                || who.contains("inbox") && had.contains(Scope.INBOX)
                || who.contains("self") && had.contains(Scope.INBOX) && self;
    }

    private int status(Endpoint endpoint, String token, String workspace, String user) throws Exception {
        HttpResponse<InputStream> response = ask(endpoint, token, workspace, user);
        response.body().close();
        return response.statusCode();
    }

    private String answer(Endpoint endpoint, String token, String workspace, String user) throws Exception {
        HttpResponse<InputStream> response = ask(endpoint, token, workspace, user);
        Map<String, List<String>> headers =
                new LinkedHashMap<>(response.headers().map());
        headers.remove("date");
        try (InputStream body = response.body()) {
            return response.statusCode() + " " + headers + " " + new String(body.readAllBytes());
        }
    }

    private HttpResponse<InputStream> ask(Endpoint endpoint, String token, String workspace, String user)
            throws Exception {
        String path = endpoint.at(name -> switch (name) {
            case "ws" -> workspace;
            case "user" -> user;
            case "number" -> "777";
            default -> "some-id";
        });
        HttpRequest.Builder request = HttpRequest.newBuilder(api.at(path + query(path)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(
                endpoint.verb().equals("POST")
                        ? request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body(path, user)))
                        : request);
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    /** The answer to a request of which there is only the head, with this header. */
    private Answer announced(String header) throws IOException {
        URI server = api.server().uri();
        String head = "POST /v1/workspaces/acme/records?what=ever HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nContent-Length: " + (TestApi.LIMITS.bodyBytes() + 1) + "\r\n" + header + "\r\n";
        try (RawHttp http = new RawHttp(server)) {
            return http.send(head.getBytes(StandardCharsets.US_ASCII), false);
        }
    }

    private static String query(String path) {
        if (path.endsWith("/explain")) {
            return "?number=777&startedAt=1";
        }
        return path.endsWith("/changes") ? "?wait=0" : "";
    }

    private static String body(String path, String user) {
        if (path.endsWith("/records")) {
            return "[]";
        }
        return (path.endsWith("/check") ? CHECK : CHANGE).replace("USER", user);
    }

    private static List<Set<Scope>> scopes() {
        List<Set<Scope>> sets = new ArrayList<>();
        for (int bits = 0; bits < 1 << Scope.values().length; bits++) {
            Set<Scope> set = EnumSet.noneOf(Scope.class);
            for (Scope scope : Scope.values()) {
                if ((bits & 1 << scope.ordinal()) != 0) {
                    set.add(scope);
                }
            }
            sets.add(set);
        }
        return sets;
    }

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        TABLE.lines().forEach(line -> {
            String[] words = line.split("\\s+");
            table.put(
                    words[0] + " " + words[1],
                    Set.of(line.substring(line.indexOf(words[1]) + words[1].length())
                            .strip()
                            .split(" ")));
        });
        return table;
    }
}
