package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumbersApiTest {
    private static final String NUMBERS = "/v1/workspaces/acme/numbers/";

    private final TestApi api = new TestApi();

    @BeforeAll
    void know() {
        api.queries.numbers.put("acme|" + Samples.NUMBER, Samples.number());
        api.queries.users.put("acme|ana", Samples.user());
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void theAssigneesNowAreThoseWhoseLastIntervalIsOpenWithTheirPermissions() {
        var json = api.get(NUMBERS + "%2B12125550100/assignees").json();
        assertThat(json)
                .hasToString("{\"number\":\"+12125550100\",\"label\":\"Sales\",\"version\":7,\"assignees\":"
                        + "[{\"userId\":\"ana\",\"active\":true,\"since\":3000,\"calling\":true,\"texting\":false}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "999, ''",
        "1000, ana",
        "1500, ana ben",
        "2000, ben",
        "2499, ben",
        "2500, ''",
        "3000, ana",
        "1970-01-01T00:00:01.600Z, ana ben",
        "1970-01-01T02:00:02.100+02:00, ben"
    })
    void theAssigneesAsOfATimeAreThoseWhoseIntervalContainsIt(String at, String users) {
        var assignees =
                api.get(NUMBERS + "+12125550100/assignees?at=" + at).json().path("assignees");
        assertThat(assignees.findValuesAsText("userId"))
                .isEqualTo(users.isEmpty() ? List.of() : List.of(users.split(" ")));
    }

    @Test
    void anEndedAssignmentTellsItsEndAndNoPermissions() {
        var assignee = api.get(NUMBERS + "+12125550100/assignees?at=1200")
                .json()
                .path("assignees")
                .path(0);
        assertThat(assignee).hasToString("{\"userId\":\"ana\",\"active\":true,\"since\":1000,\"until\":2000}");
    }

    @Test
    void theHistoryHasEverybodyWhoWasEverAssigned() {
        var users = api.get(NUMBERS + "+12125550100/history").json().path("users");
        assertThat(users.findValuesAsText("userId")).containsExactly("ana", "ben");
        assertThat(users.path(0).path("intervals"))
                .hasToString("[{\"from\":1000,\"to\":2000},{\"from\":3000,\"to\":null}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12125550100", "%2B12125550100", "+1%20(212)%20555-0100", "+1.212.555.0100"})
    void aNumberInThePathMayBeWrittenAsPeopleDo(String written) {
        assertThat(api.get(NUMBERS + written + "/assignees").status()).isEqualTo(200);
    }

    @Test
    void aNumberThatNoChangeMentionedIsNotFoundAndNamed() {
        assertThat(api.get(NUMBERS + "+12125550199/assignees").isProblem(404).detail())
                .contains("+12125550199");
    }

    @Test
    void whatIsNoNumberOrTimeIsRefusedByName() {
        assertThat(api.get(NUMBERS + "sales/assignees").isProblem(422).field()).isEqualTo("number");
        assertThat(api.get(NUMBERS + "+12125550100/assignees?at=noon")
                        .isProblem(422)
                        .field())
                .isEqualTo("at");
    }

    @Test
    void aUsersNumbersStandWithWhatTheUserMayDo() {
        var json = api.get("/v1/workspaces/acme/users/ana/numbers").json();
        assertThat(json)
                .hasToString("{\"userId\":\"ana\",\"name\":\"Ana\",\"role\":\"MEMBER\",\"active\":true,"
                        + "\"version\":7,\"numbers\":[{\"number\":\"+12125550100\",\"label\":\"Sales\",\"assigned\":true,"
                        + "\"calling\":true,\"texting\":false,\"callerId\":false,\"routed\":false,\"since\":3000}]}");
    }

    @Test
    void aUserWhomNoChangeMentionedIsNotFound() {
        assertThat(api.get("/v1/workspaces/acme/users/zoe/numbers")
                        .isProblem(404)
                        .detail())
                .contains("zoe");
    }
}
