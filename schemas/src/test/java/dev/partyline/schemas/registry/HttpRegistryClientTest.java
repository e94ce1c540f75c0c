package dev.partyline.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRegistryClientTest {
    private static final Schema STRING = Schema.create(Schema.Type.STRING);
    private static final String NOT_FOUND = "{\"error_code\":1,\"message\":\"Schema 7 not found\"}";

    private final ScriptedServer server = ScriptedServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void registeringReliesOnTheIdAlone() {
        server.then(200, "{\"id\":7}");
        assertThat(client(server.url()).register("a b/c-value", STRING)).isEqualTo(7);
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.path()).isEqualTo("/subjects/a%20b%2Fc-value/versions");
            assertThat(asked.body()).isEqualTo("{\"schema\":\"\\\"string\\\"\"}");
            assertThat(asked.authorization()).isNull();
        });
    }

    @Test
    void theOtherAnswersOfOtherRegistriesAreTakenToo() {
        server.then(200, "{\"id\":7,\"version\":1,\"guid\":\"x\",\"schemaType\":\"AVRO\",\"schema\":\"…\"}")
                .then(200, "{\"id\":7,\"version\":1,\"subject\":\"s\",\"schema\":\"…\"}")
                .then(200, "{\"schema\":\"\\\"string\\\"\",\"maxId\":null,\"guid\":\"x\"}");
        HttpRegistryClient client = client(server.url() + "/");
        assertThat(client.register("s", STRING)).isEqualTo(7);
        assertThat(client.lookUp("s", STRING)).isEqualTo(7);
        assertThat(client.byId(7)).isEqualTo(STRING);
        assertThat(server.asked())
                .extracting(ScriptedServer.Asked::path)
                .containsExactly("/subjects/s/versions", "/subjects/s", "/schemas/ids/7");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408, 429})
    void whatPassesIsTriedAgain(int status) {
        server.then(status, "").then(status, "no JSON").then(200, "{\"id\":7}");
        assertThat(client(server.url()).register("s", STRING)).isEqualTo(7);
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void anAnswerThatIsNoRegistrysIsTriedAgain() {
        server.then(200, "<html>").then(200, "{}").then(200, "{\"schema\":\"\\\"string\\\"\"}");
        assertThat(client(server.url()).byId(7)).isEqualTo(STRING);
    }

    @Test
    void whenTheTimeIsOverItIsUnavailable() {
        server.then(503, "");
        assertThatThrownBy(() -> client(server.url(), Map.of(RegistryConfig.RETRY_TIMEOUT, 120))
                        .byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("get schema id 7")
                .hasMessageContaining(RegistryConfig.URL);
        assertThat(server.asked()).hasSizeGreaterThan(1);
    }

    @Test
    void aRegistryThatComesUpLaterIsWaitedFor() throws Exception {
        int port = freePort();
        HttpRegistryClient client = client("http://127.0.0.1:" + port);
        CompletableFuture<Integer> id = CompletableFuture.supplyAsync(() -> client.register("s", STRING));
        assertThat(id).isNotDone();
        try (ScriptedServer late = ScriptedServer.start(port)) {
            late.then(200, "{\"id\":7}");
            assertThat(id.get(20, TimeUnit.SECONDS)).isEqualTo(7);
        }
    }

    @Test
    void theNextUrlIsTriedWhenOneFails() throws IOException {
        server.then(200, "{\"id\":7}");
        String down = "http://127.0.0.1:" + freePort();
        assertThat(client(down + ", " + server.url()).register("s", STRING)).isEqualTo(7);
    }

    @Test
    void anIdThatIsNotThereIsUnknownOnceARegistryIsKnownToBeThere() {
        server.then(404, NOT_FOUND).then(200, "[]");
        assertThatThrownBy(() -> client(server.url()).byId(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("id 7");
    }

    @Test
    void aPageOfAProxySaysNothingAboutAnId() {
        server.then(404, "<html>Not Found</html>").then(200, "[]").then(200, "{\"schema\":\"\\\"string\\\"\"}");
        assertThat(client(server.url()).byId(7)).isEqualTo(STRING);
        server.then(404, "{\"status\":404,\"error\":\"no route\"}").then(200, "{\"id\":7}");
        assertThat(client(server.url()).lookUp("s", STRING)).isEqualTo(7);
    }

    @Test
    void behindAWrongBaseUrlNoIdIsUnknown() {
        server.then(404, "Not Found").then(404, "Not Found");
        assertThatThrownBy(() -> client(server.url()).byId(7)).isInstanceOf(RegistryRefusedException.class);
    }

    @Test
    void aNegativeIdIsNotAskedFor() {
        assertThatThrownBy(() -> client(server.url()).byId(-1)).isInstanceOf(UnknownSchemaException.class);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void lookingUpWhatIsNotThereIsUnknown() {
        server.then(404, NOT_FOUND);
        assertThatThrownBy(() -> client(server.url()).lookUp("s", STRING))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("'s'")
                .hasMessageContaining("Schema 7 not found");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422})
    void aRefusalIsFinalAndQuotesTheRegistry(int status) {
        server.then(status, "{\"error_code\":9,\"message\":\"because\"}");
        RegistryRefusedException refused = catchThrowableOfType(
                RegistryRefusedException.class, () -> client(server.url()).register("s", STRING));
        assertThat(refused).hasMessageContaining("because").hasMessageContaining(server.url());
        assertThat(refused.status()).isEqualTo(status);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aSchemaThatIsNotAvroIsUnknown() {
        server.then(200, "{\"schema\":\"message M {}\",\"schemaType\":\"PROTOBUF\"}")
                .then(200, "{\"schema\":\"{\\\"type\\\":\\\"record\\\"}\"}")
                .then(200, "{\"schema\":\"{\\\"type\\\":\\\"other.Type\\\"}\",\"references\":[]}");
        HttpRegistryClient client = client(server.url());
        assertThatThrownBy(() -> client.byId(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("PROTOBUF");
        assertThatThrownBy(() -> client.byId(7)).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> client.byId(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("references are not read");
    }

    @Test
    void credentialsAreSentUnderConfluentsNames() {
        server.then(200, "{\"id\":7}").then(200, "{\"id\":7}");
        client(server.url(), Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "ann:s3cret"))
                .register("s", STRING);
        client(server.url(), Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "t0ken"))
                .register("s", STRING);
        assertThat(server.asked())
                .extracting(ScriptedServer.Asked::authorization)
                .containsExactly("Basic YW5uOnMzY3JldA==", "Bearer t0ken");
    }

    @Test
    void credentialsInAUrlGoIntoTheHeaderAndIntoNoMessage() {
        server.then(200, "{\"id\":7}").then(200, "{\"id\":7}").then(401, "who?");
        String url = server.url().replace("//", "//ann:s3cret%21@");
        assertThat(client(url).register("s", STRING)).isEqualTo(7);
        assertThat(client(url, Map.of("basic.auth.credentials.source", "URL")).register("s", STRING))
                .isEqualTo(7);
        assertThat(server.asked())
                .extracting(ScriptedServer.Asked::authorization)
                .containsOnly("Basic YW5uOnMzY3JldCE=");
        assertThatThrownBy(() -> client(url).byId(7))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining(server.url())
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void eachUrlGetsItsOwnCredentials() {
        server.then(503, "").then(200, "{\"id\":7}");
        String ann = server.url().replace("//", "//ann:a@");
        String ben = server.url().replace("//", "//ben:b@");
        assertThat(client(ann + "," + ben).register("s", STRING)).isEqualTo(7);
        assertThat(server.asked())
                .extracting(ScriptedServer.Asked::authorization)
                .containsExactly("Basic YW5uOmE=", "Basic YmVuOmI=");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void wrongCredentialsAreSaidOnceAndAskedOnce(int status) {
        server.then(status, "{\"error_code\":" + status + ",\"message\":\"Unauthorized\"}");
        assertThatThrownBy(() -> client(server.url()).byId(7))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("HTTP " + status + ", Unauthorized")
                .hasMessageContaining("basic.auth.* or bearer.auth.*");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void whoDoesNotAnswerInTimeIsGivenUpForTheNext() {
        try (ScriptedServer silent = ScriptedServer.start()) {
            silent.thenSilence();
            server.then(200, "{\"id\":7}");
            assertThat(client(silent.url() + "," + server.url(), Map.of(RegistryConfig.READ_TIMEOUT, 200))
                            .register("s", STRING))
                    .isEqualTo(7);
            assertThat(silent.asked()).hasSize(1);
        }
    }

    @Test
    void aSilentRegistryIsUnavailableWhenTheTimeIsOver() {
        server.thenSilence().thenSilence().thenSilence();
        Map<String, Object> settings = Map.of(RegistryConfig.READ_TIMEOUT, 50, RegistryConfig.RETRY_TIMEOUT, 60);
        assertThatThrownBy(() -> client(server.url(), settings).byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("Timeout");
    }

    private static HttpRegistryClient client(String urls) {
        return client(urls, Map.of());
    }

    private static HttpRegistryClient client(String urls, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(RegistryConfig.URL, urls);
        settings.putIfAbsent(RegistryConfig.RETRY_TIMEOUT, 20_000);
        return new HttpRegistryClient(new RegistryConfig(settings));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
