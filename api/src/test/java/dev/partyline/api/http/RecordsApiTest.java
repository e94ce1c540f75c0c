package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordsApiTest {
    private static final String RECORDS = "/v1/workspaces/acme/records";
    private static final String GOOD =
            "{\"recordId\":\"r1\",\"number\":\"+1 (212) 555-0100\",\"direction\":\"INBOUND\","
                    + "\"startedAt\":\"2026-01-31T09:00:00Z\",\"revision\":1,\"kind\":\"CALL\","
                    + "\"call\":{\"status\":\"MISSED\",\"participants\":[]}}";
    private static final String BAD = GOOD.replace("MISSED", "LOST");

    private final TestApi api = new TestApi();

    @BeforeEach
    void reset() {
        api.reset();
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void goodRecordsAreStoredInTheWorkspaceOfThePath() {
        var answer = api.post(RECORDS, "[" + GOOD + "," + GOOD.replace("r1", "r2") + "]");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json()).hasToString("{\"accepted\":2,\"rejected\":0,\"problems\":[]}");
        assertThat(api.intake.records).extracting(each -> each.getRecordId()).containsExactly("r1", "r2");
        var record = api.intake.records.get(0);
        assertThat(record.getWorkspaceId()).isEqualTo("acme");
        assertThat(record.getNumber()).isEqualTo(Samples.NUMBER);
        assertThat(record.getStartedAt()).isEqualTo("2026-01-31T09:00:00Z");
    }

    @Test
    void theArrayMayStandUnderRecords() {
        assertThat(api.post(RECORDS, "{\"records\":[" + GOOD + "]}").status()).isEqualTo(202);
    }

    @Test
    void badRecordsAreNamedAndTheGoodOnesStoredAllTheSame() {
        var answer = api.post(RECORDS, "{\"records\":[" + BAD + "," + GOOD + "," + BAD + "]}");
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.json().path("rejected").asInt()).isEqualTo(2);
        var problem = answer.json().path("problems").path(1);
        assertThat(problem.path("index").asInt()).isEqualTo(2);
        assertThat(problem.path("field").asText()).isEqualTo("records[2].call.status");
        assertThat(problem.path("detail").asText()).contains("RINGING, IN_PROGRESS, COMPLETED, MISSED, FAILED");
        assertThat(api.intake.records).hasSize(1);
    }

    @Test
    void whenAllAreBadTheAnswerIsAProblem() {
        var problem = api.post(RECORDS, "[" + BAD + "]").isProblem(422);
        assertThat(problem.json().path("problems").path(0).path("field").asText())
                .isEqualTo("[0].call.status");
        assertThat(api.intake.records).isEmpty();
    }

    @Test
    void anotherWorkspaceInTheBodyIsRefused() {
        String foreign = GOOD.replace("\"r1\"", "\"r1\",\"workspaceId\":\"other\"");
        var problem = api.post(RECORDS, "[" + foreign + "]").isProblem(422);
        assertThat(problem.json().path("problems").path(0).path("field").asText())
                .isEqualTo("[0].workspaceId");
    }

    @Test
    void tooManyAreRefusedBeforeAnyIsStored() {
        String six = "[" + (GOOD + ",").repeat(5) + GOOD + "]";
        assertThat(api.post(RECORDS, six).isProblem(413).detail()).contains("5");
        assertThat(api.intake.records).isEmpty();
    }

    @Test
    void whatIsNotCertainToBeStoredMayBeSentAgain() {
        api.intake.unreachable = true;
        assertThat(api.post(RECORDS, "[" + GOOD + "]").isProblem(503).header("Retry-After"))
                .isEqualTo("1");
    }
}
