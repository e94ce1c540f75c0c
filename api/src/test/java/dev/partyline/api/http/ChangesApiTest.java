package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Outcome;
import dev.partyline.schema.RejectionReason;
import dev.partyline.schema.UserAssigned;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesApiTest {
    private static final String CHANGES = "/v1/workspaces/acme/changes";
    private static final String ASSIGN =
            "{\"changeId\":\"c1\",\"type\":\"UserAssigned\",\"number\":\"+1 212 555 0100\",\"userId\":\"ana\"}";

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
    void anAcceptedChangeIsCreatedAndWasPublishedInNormalForm() {
        api.queries.decisions.put("c1", Samples.decision("c1", Outcome.ACCEPTED, null));
        var answer = api.post(CHANGES, ASSIGN);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("outcome").asText()).isEqualTo("ACCEPTED");
        var change = api.intake.changes.get(0);
        assertThat(change.getWorkspaceId()).isEqualTo("acme");
        assertThat(change.getActorId()).isNull();
        assertThat(change.getChange()).isEqualTo(new UserAssigned(Samples.NUMBER, "ana", null, null));
    }

    @Test
    void anUnchangedOneIsOk() {
        api.queries.decisions.put("c1", Samples.decision("c1", Outcome.UNCHANGED, null));
        assertThat(api.post(CHANGES, ASSIGN).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTOR_NOT_ALLOWED, 403",
        "NUMBER_UNKNOWN, 404",
        "NOT_A_MEMBER, 409",
        "NUMBER_FULL, 409",
        "USER_FULL, 409",
        "NOT_ASSIGNED, 409",
        "INVALID, 422",
        "UNKNOWN, 422"
    })
    void aRejectedOneIsAProblemByItsReason(RejectionReason reason, int status) {
        api.queries.decisions.put("c1", Samples.decision("c1", Outcome.REJECTED, reason));
        var problem = api.post(CHANGES, ASSIGN).isProblem(status).json();
        assertThat(problem.path("reason").asText()).isEqualTo(reason.name());
        assertThat(problem.path("changeId").asText()).isEqualTo("c1");
    }

    @Test
    void anUndecidedOneIsPendingAndSaysWhereItsDecisionWillBe() {
        var answer = api.post(CHANGES + "?wait=20", ASSIGN);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).endsWith(CHANGES + "/c1");
        api.get(CHANGES + "/c1").isProblem(404);
        api.queries.decisions.put("c1", Samples.decision("c1", Outcome.REJECTED, RejectionReason.USER_FULL));
        assertThat(api.get(CHANGES + "/c1").json().path("reason").asText()).isEqualTo("USER_FULL");
    }

    @Test
    void aStoredOneIsPendingWhileTheStoresAreNotReady() {
        api.queries.failure = FakeQueries.notReady();
        assertThat(api.post(CHANGES, ASSIGN).status()).isEqualTo(202);
    }

    @Test
    void theCallerSaysHowLongToWaitWithinBounds() {
        api.post(CHANGES + "?wait=20", ASSIGN);
        api.post(CHANGES, ASSIGN);
        assertThat(api.queries.patience.get(0)).isLessThanOrEqualTo(Duration.ofMillis(20));
        assertThat(api.queries.patience.get(1)).isBetween(Duration.ofMillis(21), TestApi.LIMITS.defaultWait());
        assertThat(api.post(CHANGES + "?wait=30001", ASSIGN).isProblem(422).field())
                .isEqualTo("wait");
        assertThat(api.intake.changes).hasSize(2);
    }

    @Test
    void anIdIsGivenWhereThereIsNone() {
        var answer = api.post(CHANGES, "{\"type\":\"MemberRemoved\",\"userId\":\"ana\"}");
        String id = answer.json().path("changeId").asText();
        assertThat(id).isNotEmpty().isEqualTo(api.intake.changes.get(0).getChangeId());
    }

    @Test
    void ofSeveralEachIsDecidedAndTheMalformedDoNotStopTheOthers() {
        api.queries.decisions.put("c1", Samples.decision("c1", Outcome.ACCEPTED, null));
        api.queries.decisions.put("c2", Samples.decision("c2", Outcome.REJECTED, RejectionReason.NUMBER_FULL));
        var answer = api.post(
                CHANGES,
                "{\"changes\":[" + ASSIGN + ",{\"type\":\"UserAssigned\",\"number\":\"12\",\"userId\":\"ana\"},"
                        + ASSIGN.replace("c1", "c2") + "," + ASSIGN.replace("c1", "c3") + "]}");
        assertThat(answer.status()).isEqualTo(207);
        var answers = answer.json().path("changes");
        assertThat(answers).extracting(each -> each.path("status").asInt()).containsExactly(201, 422, 409, 202);
        assertThat(answers.path(0).path("decision").path("changeId").asText()).isEqualTo("c1");
        assertThat(answers.path(1).path("problem").path("field").asText()).isEqualTo("changes[1].number");
        assertThat(answers.path(3).path("location").asText()).endsWith("/c3");
        assertThat(api.intake.changes).extracting(each -> each.getChangeId()).containsExactly("c1", "c2", "c3");
    }

    @Test
    void whatIsNotCertainToBeStoredMayBeSentAgain() {
        api.intake.unreachable = true;
        var problem = api.post(CHANGES, ASSIGN).isProblem(503);
        assertThat(problem.header("Retry-After")).isEqualTo("1");
        assertThat(problem.json().path("changeId").asText()).isEqualTo("c1");
    }
}
