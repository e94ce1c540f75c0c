package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Reason;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.query.check.RecordKey;
import dev.partyline.topology.query.explain.Explanation;
import dev.partyline.topology.query.explain.Fact;
import dev.partyline.topology.query.explain.Remedy;
import dev.partyline.topology.query.explain.Rule;
import dev.partyline.topology.query.explain.RuleTried;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainApiTest {
    private static final String EXPLAIN = "/v1/workspaces/acme/users/ana/records/c1/explain";
    private static final TelephonyRecord RECORD =
            Objects.requireNonNull(Samples.missedCall("c1").getRecord());

    private final TestApi api = new TestApi();

    @BeforeEach
    void know() {
        api.reset();
        List<Fact> facts = List.of(
                new Fact("ben was assigned", true, Instant.ofEpochMilli(1000), Instant.ofEpochMilli(2000)),
                new Fact("policy history", "ALL", null, null),
                new Fact("participants", List.of("ana", "ben"), null, null),
                new Fact("it began", Instant.ofEpochMilli(5000), null, null),
                new Fact("owner", null, null, null));
        api.queries.explanations.put(
                new RecordKey(Samples.NUMBER, Instant.ofEpochMilli(5000), "c1"),
                new Explanation(
                        "ana",
                        RECORD,
                        List.of(Reason.ASSIGNEE, Reason.PARTICIPANT),
                        List.of(new RuleTried(Rule.V3, true, true, facts, "words")),
                        List.of(new Remedy("UserAssigned", "assign ana", "an active OWNER", List.of("olga")))));
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void anExplanationHasTheRecordTheRulesTheFactsAndTheRemedies() {
        var json = api.get(EXPLAIN + "?number=+12125550100&startedAt=5000").json();
        assertThat(json.path("user").asText()).isEqualTo("ana");
        assertThat(json.path("record").path("recordId").asText()).isEqualTo("c1");
        assertThat(json.path("record").path("kind").asText()).isEqualTo("CALL");
        assertThat(json.path("visible").asBoolean()).isTrue();
        assertThat(json.path("reasons")).hasToString("[\"ASSIGNEE\",\"PARTICIPANT\"]");
        assertThat(json.path("rules"))
                .hasToString("[{\"rule\":\"V3\",\"holds\":true,\"applies\":true,\"facts\":["
                        + "{\"fact\":\"ben was assigned\",\"value\":true,\"since\":1000,\"until\":2000},"
                        + "{\"fact\":\"policy history\",\"value\":\"ALL\",\"since\":null,\"until\":null},"
                        + "{\"fact\":\"participants\",\"value\":[\"ana\",\"ben\"],\"since\":null,\"until\":null},"
                        + "{\"fact\":\"it began\",\"value\":5000,\"since\":null,\"until\":null},"
                        + "{\"fact\":\"owner\",\"value\":null,\"since\":null,\"until\":null}],"
                        + "\"because\":\"words\"}]");
        assertThat(json.path("remedies"))
                .hasToString("[{\"change\":\"UserAssigned\",\"words\":\"assign ana\","
                        + "\"by\":{\"needs\":\"an active OWNER\",\"members\":[\"olga\"]}}]");
    }

    @ParameterizedTest
    @CsvSource({
        "number=%2B12125550100&startedAt=1970-01-01T00:00:05Z",
        "number=+1-212-555-0100&startedAt=1970-01-01T02:00:05+02:00",
        "number=+12125550100&startedAt=5000"
    })
    void numberAndTimeMayBeWrittenAsPeopleDo(String query) {
        assertThat(api.get(EXPLAIN + "?" + query).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "startedAt=5000, number",
        "number=+12125550100, startedAt",
        "number=12&startedAt=5000, number",
        "number=777&startedAt=noon, startedAt",
        "number=777&startedAt=5000&at=3, at"
    })
    void whatIsMissingOrMalformedIsNamed(String query, String field) {
        assertThat(api.get(EXPLAIN + "?" + query).isProblem(422).field()).isEqualTo(field);
    }

    @Test
    void aRecordThatThereIsNotIsNotFound() {
        assertThat(api.get(EXPLAIN + "?number=777&startedAt=5000")
                        .isProblem(404)
                        .detail())
                .contains("c1", "777");
    }
}
