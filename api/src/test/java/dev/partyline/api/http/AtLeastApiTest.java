package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.http.JsonClient.Answer;
import dev.partyline.schema.Outcome;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tokens of changes: given out, given back, refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtLeastApiTest {
    private static final String CHANGES = "/v1/workspaces/acme/changes";
    private static final String MEMBERS = "/v1/workspaces/acme/members";
    private static final String ASSIGN =
            "{\"changeId\":\"c1\",\"type\":\"UserAssigned\",\"number\":\"777\",\"userId\":\"ana\"}";

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
    void aChangeIsAnsweredWithItsToken() {
        assertThat(api.post(CHANGES + "?wait=0", ASSIGN).header("Partyline-Token"))
                .as("pending")
                .isEqualTo(token("acme", "c1", 0));
        api.queries.decisions.put("c1", Samples.decision("c1", Outcome.ACCEPTED, null));
        String token = api.post(CHANGES, ASSIGN).header("Partyline-Token");
        assertThat(ConsistencyToken.parse(token)).hasValueSatisfying(read -> {
            assertThat(read.workspaceId()).isEqualTo("acme");
            assertThat(read.changeId()).isEqualTo("c1");
        });
        assertThat(api.post(CHANGES, "{\"changes\":[" + ASSIGN + "]}")
                        .json()
                        .at("/changes/0/token")
                        .asText())
                .isEqualTo(token);
    }

    @Test
    void aReadingWaitsForEveryChangeItNames() {
        api.queries.decisions.put("c1", Samples.decision("c1", Outcome.ACCEPTED, null));
        assertThat(read(MEMBERS, token("acme", "c1", 3)).status()).isEqualTo(200);
        Answer late = read(MEMBERS, token("acme", "c1", 3) + ", " + token("acme", "c2", 0))
                .isProblem(503);
        assertThat(late.header("Retry-After")).isEqualTo("1");
        assertThat(late.detail()).contains("c2");
        api.queries.decisions.put("c2", Samples.decision("c2", Outcome.UNCHANGED, null));
        assertThat(read(MEMBERS, token("acme", "c1", 3) + "," + token("acme", "c2", 0))
                        .status())
                .isEqualTo(200);
        assertThat(api.queries.patience).allMatch(each -> each.compareTo(AtLeastFilter.PATIENCE) <= 0);
    }

    @Test
    void whatIsNoTokenIsRefused() {
        String good = token("acme", "c1", 0);
        for (String bad : List.of("x", good + "x", good + ",", "," + good, good + " " + good)) {
            assertThat(read(MEMBERS, bad).isProblem(400).field()).as(bad).isEqualTo("Partyline-At-Least");
        }
        assertThat(read(MEMBERS, String.join(",", List.of(good.split("(?!^)")))).status())
                .isEqualTo(400);
        assertThat(api.queries.patience).isEmpty();
    }

    @Test
    void aTokenOfAnotherWorkspaceIsRefusedLikeNone() {
        Answer foreign = read(MEMBERS, token("other", "c1", 0)).isProblem(400);
        assertThat(foreign.json()).isEqualTo(read(MEMBERS, "x").json());
        read("/v1/ops/walks", token("acme", "c1", 0)).isProblem(400);
        assertThat(api.queries.patience).isEmpty();
    }

    private static String token(String workspaceId, String changeId, long version) {
        return new ConsistencyToken(workspaceId, changeId, version).toString();
    }

    private Answer read(String path, String tokens) {
        return api.send(HttpRequest.newBuilder(api.at(path)).header("Partyline-At-Least", tokens));
    }
}
