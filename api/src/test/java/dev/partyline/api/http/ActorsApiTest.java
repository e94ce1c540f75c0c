package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.http.auth.Scope;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In whose name changes are made, and about whom is asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActorsApiTest {
    private static final String CHANGES = "/v1/workspaces/acme/changes?wait=0";
    private static final String CHECK = "/v1/workspaces/acme/check";

    private final TestApi api = new TestApi();
    private final JsonClient inbox =
            JsonClient.bearing(TestApi.MINT.mint("acme", "ana", Set.of(Scope.INBOX), Duration.ofHours(1)));

    @BeforeEach
    void reset() {
        api.reset();
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"actorId\":null", ",\"actorId\":\"ana\""})
    void theActorOfAnInboxIsItsUser(String actor) {
        assertThat(inbox.post(api.at(CHANGES), change(actor)).status()).isEqualTo(202);
        assertThat(api.intake.changes).hasSize(1);
        assertThat(api.intake.changes.get(0).getActorId()).isEqualTo("ana");
    }

    @Test
    void anInboxActsForNobodyElse() {
        var problem =
                inbox.post(api.at(CHANGES), change(",\"actorId\":\"Ana\"")).isProblem(403);
        assertThat(problem.field()).isEqualTo("actorId");
        assertThat(api.intake.changes).isEmpty();
    }

    @Test
    void inABatchEachChangeHasItsOwnActor() {
        String batch = "{\"changes\":[" + change(",\"actorId\":\"ben\"") + "," + change("") + "]}";
        var answers = inbox.post(api.at(CHANGES), batch).json().path("changes");
        assertThat(answers).extracting(each -> each.path("status").asInt()).containsExactly(403, 202);
        assertThat(answers.path(0).path("problem").path("field").asText()).isEqualTo("changes[0].actorId");
        assertThat(api.intake.changes).extracting(each -> each.getActorId()).containsExactly("ana");
    }

    @Test
    void theUpstreamActsForAnybodyAndForNobody() {
        api.post(CHANGES, change(",\"actorId\":\"ben\""));
        api.post(CHANGES, change(""));
        assertThat(api.intake.changes).extracting(each -> each.getActorId()).containsExactly("ben", null);
    }

    @Test
    void anInboxAsksAboutItsUserAlone() {
        assertThat(inbox.post(api.at(CHECK), checks("ana", "ana")).status()).isEqualTo(200);
        inbox.post(api.at(CHECK), checks("ana", "ben")).isProblem(403);
        assertThat(api.post(CHECK, checks("ana", "ben")).status()).isEqualTo(200);
    }

    private static String change(String actor) {
        return "{\"type\":\"UserAssigned\",\"number\":\"777\",\"userId\":\"ben\"" + actor + "}";
    }

    private static String checks(String one, String other) {
        String check = "{\"user\":\"%s\",\"action\":\"ASSIGN\"}";
        return "{\"checks\":[" + check.formatted(one) + "," + check.formatted(other) + "]}";
    }
}
