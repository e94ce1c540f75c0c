package dev.partyline.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.api.http.JsonClient;
import dev.partyline.api.http.JsonClient.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All of it over real Kafka and real HTTP: what people do, and what they then see. */
class EmbeddedPartylineTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String NUMBER = "+12125550100";
    private static final String CALL = "[{\"recordId\":\"r1\",\"number\":\"+1 212-555-0100\",\"direction\":\"INBOUND\","
            + "\"startedAt\":1700000000000,\"revision\":1,\"kind\":\"CALL\","
            + "\"call\":{\"status\":\"MISSED\",\"participants\":[]}}]";

    private JsonClient client = JsonClient.ofNobody();

    @TempDir
    private Path directory;

    @Test
    void anAssigneeSeesTheLinesRecordsUntilTheMomentOfBeingUnassigned() throws Exception {
        try (EmbeddedPartyline partyline = start()) {
            assertThat(change(partyline, "c1", "UserAssigned").status()).isEqualTo(201);
            assertThat(change(partyline, "c2", "UserAssigned").status()).isEqualTo(200);
            assertThat(assignees(partyline).findValuesAsText("userId")).containsExactly("ana");
            assertThat(client.post(at(partyline, "/records"), CALL).status()).isEqualTo(202);

            JsonNode feed = Await.value(
                    () -> feed(partyline), each -> each.path("records").size() == 1);
            assertThat(feed.path("records").findValuesAsText("recordId")).containsExactly("r1");
            assertThat(feed.path("records").path(0).path("reasons")).hasToString("[\"ASSIGNEE\"]");
            assertThat(feed.path("lines").path(0).path("assigned").asBoolean()).isTrue();

            assertThat(metrics(partyline))
                    .contains("partyline_records_total 1.0", "partyline_deliveries_total 1.0")
                    .contains(
                            "partyline_delivery_latency_seconds_count 1", "partyline_store_entries{store=\"records\"}")
                    .contains("partyline_lag{stage=\"view\"}");

            assertThat(change(partyline, "c3", "UserUnassigned").status()).isEqualTo(201);
            assertThat(feed(partyline).path("records")).isEmpty();
            assertThat(assignees(partyline)).isEmpty();
            JsonNode gone = Await.value(
                    () -> feed(partyline), each -> each.path("lines").isEmpty());
            assertThat(gone.path("lines")).isEmpty();
            assertThat(partyline.engine().health().movedRecords())
                    .as("events that the API put into the wrong partition")
                    .isZero();
        }
    }

    @Test
    void whatWasDecidedAndDeliveredIsThereAfterARestart() throws Exception {
        try (EmbeddedPartyline partyline = start()) {
            assertThat(change(partyline, "c1", "UserAssigned").status()).isEqualTo(201);
            client.post(at(partyline, "/records"), CALL);
            Await.value(() -> feed(partyline), each -> each.path("records").size() == 1);
        }
        try (EmbeddedPartyline partyline = start()) {
            JsonNode feed = Await.value(
                    () -> feed(partyline), each -> each.path("records").size() == 1);
            assertThat(feed.path("records").findValuesAsText("recordId")).containsExactly("r1");
            assertThat(assignees(partyline).findValuesAsText("userId")).containsExactly("ana");
            Answer decision = client.get(at(partyline, "/changes/c1"));
            assertThat(decision.json().path("outcome").asText()).isEqualTo("ACCEPTED");
            assertThat(change(partyline, "c1", "UserAssigned").status()).isEqualTo(201);
        }
    }

    @Test
    void whatIsNotAvroShowsInHealthAndTheEngineGoesOn() throws Exception {
        try (EmbeddedPartyline partyline = start()) {
            produceGarbage(partyline);
            URI health = partyline.apiUri().resolve("/health");
            JsonNode counted = Await.value(
                    () -> client.get(health).json(),
                    each -> each.path("deadLetters").asInt() == 1);
            assertThat(counted.path("deadLetters").asInt()).isEqualTo(1);
            assertThat(change(partyline, "c1", "UserAssigned").status()).isEqualTo(201);
        }
    }

    @Test
    void aSecondOneOnTheSameDirectoryIsRefusedAndLeavesTheFirstAlone() throws Exception {
        try (EmbeddedPartyline partyline = start()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedPartyline.start(EmbeddedConfig.in(directory)))
                    .withMessageContaining("in use");
            assertThat(client.get(partyline.apiUri().resolve("/health")).status())
                    .isEqualTo(200);
        }
    }

    private EmbeddedPartyline start() throws InterruptedException {
        EmbeddedPartyline partyline = EmbeddedPartyline.start(EmbeddedConfig.in(directory));
        assertThat(partyline.awaitReady(DEADLINE)).isTrue();
        client = JsonClient.of(partyline.tokens(), "acme");
        return partyline;
    }

    private Answer change(EmbeddedPartyline partyline, String changeId, String type) {
        return client.post(
                at(partyline, "/changes?wait=30000"),
                "{\"changeId\":\"" + changeId + "\",\"type\":\"" + type + "\",\"number\":\"" + NUMBER
                        + "\",\"userId\":\"ana\"}");
    }

    private JsonNode assignees(EmbeddedPartyline partyline) {
        return client.get(at(partyline, "/numbers/" + NUMBER + "/assignees"))
                .json()
                .path("assignees");
    }

    private JsonNode feed(EmbeddedPartyline partyline) {
        return client.get(at(partyline, "/users/ana/feed")).json();
    }

    private String metrics(EmbeddedPartyline partyline) {
        return client.text(URI.create(partyline.adminUri() + "/metrics"), "text/plain")
                .body();
    }

    private static URI at(EmbeddedPartyline partyline, String path) {
        return URI.create(partyline.apiUri() + "/v1/workspaces/acme" + path);
    }

    private static void produceGarbage(EmbeddedPartyline partyline) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", partyline.bootstrapServers());
        byte[] garbage = "not Avro".getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(partyline.topics().records().name(), NUMBER, garbage))
                    .get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
