package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.topology.query.check.Action;
import dev.partyline.topology.query.check.Check;
import dev.partyline.topology.query.check.CheckAnswer;
import dev.partyline.topology.query.check.CheckRule;
import dev.partyline.topology.query.check.RecordKey;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckApiTest {
    private static final String CHECK = "/v1/workspaces/acme/check";
    private static final String LINES = "/v1/workspaces/acme/users/ana/numbers";

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
    void questionsAreAnsweredInTheirOrderAndInNormalForm() {
        RecordKey record = new RecordKey(Samples.NUMBER, Instant.parse("2026-11-21T09:00:00Z"), "call-1");
        put(Check.onNumber("ana", Action.PLACE_CALL, Samples.NUMBER), CheckRule.CALLING);
        put(Check.assign("ana"), CheckRule.NOT_AN_ASSIGNER);
        put(Check.ofRecord("ana", record), CheckRule.ASSIGNEE);
        var answer = api.post(
                CHECK,
                "{\"checks\":[{\"user\":\"ana\",\"action\":\"PLACE_CALL\",\"number\":\"+1 (212) 555-0100\"},"
                        + "{\"user\":\"ana\",\"action\":\"ASSIGN\"},"
                        + "{\"user\":\"ana\",\"action\":\"VIEW_RECORD\",\"record\":{\"number\":\"+12125550100\","
                        + "\"startedAt\":\"2026-11-21T09:00:00Z\",\"recordId\":\"call-1\"}}]}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .hasToString("{\"checks\":[{\"user\":\"ana\",\"action\":\"PLACE_CALL\",\"number\":\"+12125550100\","
                        + "\"allowed\":true,\"rule\":\"CALLING\",\"because\":\"words\"},"
                        + "{\"user\":\"ana\",\"action\":\"ASSIGN\","
                        + "\"allowed\":false,\"rule\":\"NOT_AN_ASSIGNER\",\"because\":\"words\"},"
                        + "{\"user\":\"ana\",\"action\":\"VIEW_RECORD\",\"record\":{\"number\":\"+12125550100\","
                        + "\"startedAt\":1795251600000,\"recordId\":\"call-1\"},"
                        + "\"allowed\":true,\"rule\":\"ASSIGNEE\",\"because\":\"words\"}]}");
    }

    @Test
    void whoAssignsMayBeAskedOfANumberToo() {
        put(new Check("ana", Action.ASSIGN, Optional.of("777"), Optional.empty()), CheckRule.ADMIN_ASSIGNS);
        var answer = api.post(CHECK, "{\"checks\":[{\"user\":\"ana\",\"action\":\"ASSIGN\",\"number\":\"777\"}]}");
        assertThat(answer.json().path("checks").path(0).path("rule").asText()).isEqualTo("ADMIN_ASSIGNS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'action':'ASSIGN'}                                                          | user",
                "{'user':'-','action':'ASSIGN'}                                               | user",
                "{'user':7,'action':'ASSIGN'}                                                 | user",
                "{'user':'ana'}                                                               | action",
                "{'user':'ana','action':'EAT'}                                                | action",
                "{'user':'ana','action':'PLACE_CALL'}                                         | number",
                "{'user':'ana','action':'SEND_TEXT','number':'12'}                            | number",
                "{'user':'ana','action':'SEND_TEXT','number':null}                            | number",
                "{'user':'ana','action':'ASSIGN','who':'ben'}                                 | who",
                "{'user':'ana','action':'ASSIGN','record':{}}                                 | record",
                "{'user':'ana','action':'VIEW_RECORD','number':'777'}                         | number",
                "{'user':'ana','action':'VIEW_RECORD'}                                        | record",
                "{'user':'ana','action':'VIEW_RECORD','record':'c1'}                          | record",
                "{'user':'ana','action':'VIEW_RECORD','record':{'startedAt':1,'recordId':'c'}} | record.number",
                "{'user':'ana','action':'VIEW_RECORD','record':{'number':'777','recordId':'c'}} | record.startedAt",
                "{'user':'ana','action':'VIEW_RECORD','record':{'number':'777','startedAt':'noon','recordId':'c'}}"
                        + " | record.startedAt",
                "{'user':'ana','action':'VIEW_RECORD','record':{'number':'777','startedAt':-1,'recordId':'c'}}"
                        + " | record.startedAt",
                "{'user':'ana','action':'VIEW_RECORD','record':{'number':'777','startedAt':1}} | record.recordId",
                "{'user':'ana','action':'VIEW_RECORD','record':{'number':'777','startedAt':1,'recordId':'c','kind':'CALL'}}"
                        + " | record.kind"
            })
    void whatIsNoQuestionIsRefusedByTheFieldsPath(String question, String field) {
        String good = "{\"user\":\"ana\",\"action\":\"ASSIGN\"},";
        assertThat(api.post(CHECK, "{\"checks\":[" + good + question.replace('\'', '"') + "]}")
                        .isProblem(422)
                        .field())
                .isEqualTo("checks[1]." + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"checks\":{}}", "{\"checks\":[],\"more\":1}", "{\"checks\":[1]}"})
    void aBodyOfAnotherShapeIsRefused(String body) {
        api.post(CHECK, body).isProblem(422);
    }

    @Test
    void tooManyQuestionsAreRefused() {
        String question = "{\"user\":\"ana\",\"action\":\"ASSIGN\"}";
        api.post(CHECK, "{\"checks\":[" + (question + ",").repeat(5) + question + "]}")
                .isProblem(413);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"VIEW_RECORD"})
    void canLeavesTheNumbersOnWhichTheUserMay(Action action) {
        api.queries.users.put("acme|ana", Samples.user());
        assertThat(api.get(LINES + "?can=" + action).json().path("numbers")).isEmpty();
        put(Check.onNumber("ana", action, Samples.NUMBER), CheckRule.ASSIGNED);
        var json = api.get(LINES + "?can=" + action).json();
        assertThat(json.path("numbers").findValuesAsText("number")).containsExactly(Samples.NUMBER);
        assertThat(json.path("userId").asText()).isEqualTo("ana");
        assertThat(api.get(LINES).json().path("numbers")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIEW_RECORD", "EAT", "place_call", ""})
    void canNamesWhatCanBeAsked(String action) {
        api.queries.users.put("acme|ana", Samples.user());
        var problem = api.get(LINES + "?can=" + action).isProblem(422);
        assertThat(problem.field()).isEqualTo("can");
        assertThat(problem.detail()).contains("VIEW_RECORDS, PLACE_CALL, SEND_TEXT, RECEIVE_CALL, ASSIGN");
    }

    private void put(Check check, CheckRule rule) {
        api.queries.checks.put(check, new CheckAnswer(rule, "words"));
    }
}
