package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.RecordKind;
import dev.partyline.schema.Role;
import dev.partyline.schemas.Keys;
import dev.partyline.topology.query.MemberPage;
import dev.partyline.topology.query.NumberInUse;
import dev.partyline.topology.query.Page;
import dev.partyline.topology.query.PageQuery;
import dev.partyline.topology.query.Walks;
import dev.partyline.topology.query.check.Member;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists: members, numbers, a number's records, walks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryApiTest {
    private static final String WS = "/v1/workspaces/acme/";
    private static final String RECORDS = WS + "numbers/+12125550100/records";

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
    void membersAreCountedAndPaged() {
        List<Member> members = List.of(
                new Member("ana", "Ana", Role.ADMIN, true, false), new Member("ben", null, Role.MEMBER, false, true));
        api.queries.members = new MemberPage(new Page<>(members, Optional.of("ben")), 12);
        var json = api.get(WS + "members?limit=2").json();
        assertThat(json.path("members"))
                .hasToString(
                        "[{\"userId\":\"ana\",\"name\":\"Ana\",\"role\":\"ADMIN\",\"active\":true,\"removed\":false},"
                                + "{\"userId\":\"ben\",\"name\":null,\"role\":\"MEMBER\",\"active\":false,\"removed\":true}]");
        assertThat(json.path("count").asLong()).isEqualTo(12);
        api.get(WS + "members?cursor=" + json.path("next").asText());
        assertThat(api.queries.pageQueries)
                .containsExactly(new PageQuery(2, Optional.empty()), new PageQuery(50, Optional.of("ben")));
    }

    @Test
    void numbersInUseArePaged() {
        api.queries.numbersInUse = new Page<>(
                List.of(new NumberInUse(Samples.NUMBER, "Sales", 3), new NumberInUse("777", null, 0)),
                Optional.of("777"));
        var json = api.get(WS + "numbers").json();
        assertThat(json.path("numbers"))
                .hasToString("[{\"number\":\"+12125550100\",\"label\":\"Sales\",\"assignees\":3},"
                        + "{\"number\":\"777\",\"label\":null,\"assignees\":0}]");
        api.get(WS + "numbers?limit=9&cursor=" + json.path("next").asText());
        assertThat(api.queries.pageQueries.get(1)).isEqualTo(new PageQuery(9, Optional.of("777")));
    }

    @Test
    void aNumbersRecordsArePaged() {
        String place = Keys.position(5000, "c1");
        api.queries.records = new Page<>(
                List.of(Objects.requireNonNull(Samples.missedCall("c1").getRecord())), Optional.of(place));
        var json = api.get(RECORDS + "?kind=CALL").json();
        assertThat(json.path("records").findValuesAsText("recordId")).containsExactly("c1");
        assertThat(api.queries.kind).contains(RecordKind.CALL);
        api.get(RECORDS + "?cursor=" + json.path("next").asText());
        assertThat(api.queries.pageQueries.get(1)).isEqualTo(new PageQuery(50, Optional.of(place)));
    }

    @Test
    void theLastPageHasNoNext() {
        for (String path : List.of(WS + "members", WS + "numbers", RECORDS)) {
            assertThat(Objects.requireNonNull(api.get(path).json().get("next")).isNull())
                    .as(path)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "members?limit=0, limit",
        "members?cursor=%25, cursor",
        "members?cursor=e3t7, cursor",
        "members?role=ADMIN, role",
        "numbers?limit=1001, limit",
        "numbers?cursor=YW5h, cursor",
        "numbers/777/records?cursor=YW5h, cursor",
        "numbers/777/records?kind=ERASED, kind",
        "numbers/12/records, number"
    })
    void whatAParameterCannotBeIsRefusedByName(String path, String field) {
        assertThat(api.get(WS + path).isProblem(422).field()).isEqualTo(field);
    }

    @Test
    void walksStandWithTheLinesThatWaitForThem() {
        api.queries.walks = new Walks(
                List.of(new Walks.OfNumber(
                        "acme", "777", "ch1", 20, 100, List.of(new Walks.OfLine("ana", "SYNCING", 20, 99)))),
                List.of(new Walks.OfContact("acme", "777", "k1", null, 3)),
                List.of("host-b:8080"));
        assertThat(api.get("/v1/ops/walks").json())
                .hasToString("{\"walks\":[{\"workspaceId\":\"acme\",\"number\":\"777\",\"changeId\":\"ch1\","
                        + "\"visited\":20,\"total\":100,\"lines\":[{\"userId\":\"ana\",\"state\":\"SYNCING\","
                        + "\"done\":20,\"total\":99}]}],\"contacts\":[{\"workspaceId\":\"acme\",\"number\":\"777\","
                        + "\"contactId\":\"k1\",\"changeId\":null,\"visited\":3}],\"missing\":[\"host-b:8080\"]}");
    }

    @Test
    void walksOfOtherWorkspacesAreNotShown() {
        api.queries.walks = new Walks(
                List.of(new Walks.OfNumber("other", "777", "ch1", 20, 100, List.of())),
                List.of(new Walks.OfContact("other", "777", "k1", null, 3)),
                List.of());
        assertThat(api.get("/v1/ops/walks").json()).hasToString("{\"walks\":[],\"contacts\":[],\"missing\":[]}");
    }

    @Test
    void aStoreThatIsNotReadyIsUnavailableForAMoment() {
        api.queries.failure = FakeQueries.notReady();
        for (String path : List.of(WS + "members", WS + "numbers", RECORDS, "/v1/ops/walks")) {
            api.get(path).isProblem(503);
        }
    }
}
