package dev.partyline.api.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol, call by call, as bare HTTP. */
class EmbeddedRegistryTest {
    private static final String V1 = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}";
    private static final String V1_SPACED = "{ \"type\": \"record\",\n \"name\": \"R\", \"fields\": [ ] }";
    private static final String V2 =
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\",\"default\":0}]}";
    private static final String WITHOUT_DEFAULT = V2.replace(",\"default\":0", "");

    @TempDir
    private Path directory;

    private EmbeddedRegistry registry;
    private RegistryCaller caller;

    @BeforeEach
    void start() {
        registry = EmbeddedRegistry.start(directory, 0);
        caller = new RegistryCaller(registry.uri());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void registeringGivesTheSameIdForTheSameSchemaWhateverItsWhiteSpace() {
        assertThat(register("s", V1)).isEqualTo(1);
        assertThat(register("s", V1_SPACED)).isEqualTo(1);
        assertThat(register("s", V2)).isEqualTo(2);
        assertThat(register("other/one", V2)).isEqualTo(2);
        assertThat(caller.get("/subjects").body().toString()).isEqualTo("[\"other/one\",\"s\"]");
        assertThat(caller.get("/subjects/s/versions").body().toString()).isEqualTo("[1,2]");
    }

    @Test
    void aSchemaThatDiffersInItsTextForPeopleIsAnother() {
        assertThat(register("s", V1)).isEqualTo(1);
        assertThat(register("s", V1.replace("\"fields\"", "\"doc\":\"d\",\"fields\"")))
                .isEqualTo(2);
    }

    @Test
    void schemasAreFoundByIdAndByVersion() {
        register("s", V1);
        register("s", V2);
        assertThat(caller.get("/schemas/ids/2?fetchMaxId=false&subject=")
                        .body()
                        .path("schema")
                        .asText())
                .isEqualTo(V2);
        assertThat(caller.get("/schemas/ids/2/versions").body().toString())
                .isEqualTo("[{\"subject\":\"s\",\"version\":2}]");
        assertThat(caller.get("/subjects/s/versions/1").body().path("schema").asText())
                .isEqualTo(V1);
        assertThat(caller.get("/subjects/s/versions/latest").body().path("id").asInt())
                .isEqualTo(2);
        assertThat(caller.get("/schemas/types").body().toString()).isEqualTo("[\"AVRO\"]");
    }

    @Test
    void lookingUpRegistersNothing() {
        register("s", V1);
        assertThat(caller.post("/subjects/s?normalize=false&deleted=false", V1_SPACED)
                        .body()
                        .path("id")
                        .asInt())
                .isEqualTo(1);
        assertThat(caller.post("/subjects/s", V2).code()).isEqualTo(40403);
        assertThat(caller.post("/subjects/t", V1).code()).isEqualTo(40401);
        assertThat(caller.get("/subjects").body()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /schemas/ids/9, 404, 40403",
        "GET, /schemas/ids/-1, 404, 40403",
        "GET, /schemas/ids/x, 404, 40403",
        "GET, /subjects/t/versions, 404, 40401",
        "GET, /subjects/t/versions/1, 404, 40401",
        "GET, /subjects/s/versions/9, 404, 40402",
        "GET, /subjects/s/versions/x, 422, 42202",
        "GET, /associations/resources/-/topic?resourceType=topic, 404, 404",
        "DELETE, /subjects/s, 404, 404",
        "GET, /config/s, 404, 40408",
        "POST, /subjects/s/versions, 400, 400",
        "POST, /compatibility/subjects/t/versions/latest, 400, 400"
    })
    void whatIsNotThereIsAnErrorOfTheProtocol(String method, String path, int status, int code) {
        register("s", V1);
        RegistryCaller.Answer answer = caller.call(method, path, method.equals("POST") ? "{" : "");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("message").asText()).isNotBlank();
        assertThat(answer.contentType()).isEqualTo("application/vnd.schemaregistry.v1+json");
    }

    @Test
    void whatIsNoAvroSchemaIsInvalid() {
        for (String body : new String[] {
            "{\"schema\":\"{\\\"type\\\":\\\"recor\\\"}\"}",
            "{\"schema\":7}",
            "{}",
            "[]",
            "{\"schemaType\":\"PROTOBUF\",\"schema\":\"\\\"string\\\"\"}",
            "{\"schema\":\"\\\"string\\\"\",\"references\":[{\"name\":\"R\",\"subject\":\"s\",\"version\":1}]}"
        }) {
            RegistryCaller.Answer answer = caller.call("POST", "/subjects/s/versions", body);
            assertThat(answer.status()).as(body).isEqualTo(422);
            assertThat(answer.code()).isEqualTo(42201);
        }
        assertThat(caller.get("/subjects").body()).isEmpty();
    }

    @Test
    void anIncompatibleSchemaIsRefusedAndNotKept() {
        register("s", V1);
        RegistryCaller.Answer answer = caller.post("/subjects/s/versions", WITHOUT_DEFAULT);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("message").asText()).contains("'s'", "BACKWARD");
        assertThat(caller.get("/subjects/s/versions").body()).hasSize(1);
    }

    @Test
    void compatibilityIsAskedWithoutRegistering() {
        register("s", V1);
        assertThat(isCompatible("/compatibility/subjects/s/versions/latest", V2))
                .isTrue();
        assertThat(isCompatible("/compatibility/subjects/s/versions/1", WITHOUT_DEFAULT))
                .isFalse();
        assertThat(isCompatible("/compatibility/subjects/s/versions", WITHOUT_DEFAULT))
                .isFalse();
        assertThat(caller.get("/subjects/s/versions").body()).hasSize(1);
    }

    @Test
    void levelsHoldBySubjectElseByDefault() {
        assertThat(caller.get("/config").body().toString()).isEqualTo("{\"compatibilityLevel\":\"BACKWARD\"}");
        caller.put("/config/s", "{\"compatibility\":\"NONE\"}");
        caller.put("/config", "{\"compatibility\":\"FULL\"}");
        assertThat(caller.get("/config/s").body().toString()).contains("NONE");
        assertThat(caller.get("/config/t?defaultToGlobal=true").body().toString())
                .contains("FULL");
        assertThat(caller.put("/config", "{\"compatibility\":\"SOME\"}").code()).isEqualTo(42203);

        register("s", V1);
        assertThat(register("s", WITHOUT_DEFAULT)).isEqualTo(2);
        assertThat(caller.get("/mode").body().toString()).isEqualTo("{\"mode\":\"READWRITE\"}");
    }

    @Test
    void aPortThatIsTakenIsNamedAndTheDirectoryStaysFree(@TempDir Path other) {
        int port = registry.uri().getPort();
        assertThatThrownBy(() -> EmbeddedRegistry.start(other, port))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("port " + port);
        EmbeddedRegistry.start(other, 0).close();
    }

    private int register(String subject, String schema) {
        RegistryCaller.Answer answer =
                caller.post("/subjects/" + subject.replace("/", "%2F") + "/versions?normalize=false", schema);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("id").asInt();
    }

    private boolean isCompatible(String path, String schema) {
        return caller.post(path, schema).body().path("is_compatible").asBoolean();
    }
}
