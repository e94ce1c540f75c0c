package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.Policy;
import dev.partyline.schema.PolicySet;
import dev.partyline.schema.RingingPolicy;
import dev.partyline.schema.RoutingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PresetsApiTest {
    private static final String CHANGES = "/v1/workspaces/acme/changes?wait=0";
    private static final Policy ALLO = Policy.newBuilder()
            .setDirectory(DirectoryMode.MANAGED)
            .setRouting(RoutingPolicy.ASSIGNEES)
            .build();
    private static final Policy GOHIGHLEVEL = Policy.newBuilder()
            .setMaxUsersPerNumber(1)
            .setMaxNumbersPerUser(1)
            .setRinging(RingingPolicy.ASSIGNED_FIRST)
            .build();

    private final TestApi api = new TestApi();

    @BeforeEach
    void reset() {
        api.reset();
    }

    @AfterAll
    void stop() {
        api.close();
    }

    /** The table of DESIGN 4. */
    @Test
    void thePresetsDifferFromTheDefaultAsTheContractSays() {
        JsonNode presets = api.get("/v1/presets").json().path("presets");
        JsonNode standard = presets.path(0).path("policy");
        assertThat(standard.toString())
                .isEqualTo("{\"directory\":\"OPEN\",\"assigners\":\"ADMINS\",\"maxUsersPerNumber\":null,"
                        + "\"maxNumbersPerUser\":null,\"grantCalling\":true,\"grantTexting\":true,\"history\":\"ALL\","
                        + "\"mixedCalls\":\"HIDE\",\"routing\":\"ANYONE\",\"ringing\":\"ROUTED\","
                        + "\"retentionDays\":null}");
        List<String> differences = new ArrayList<>();
        presets.forEach(preset ->
                differences.add(preset.path("name").asText() + " " + differences(standard, preset.path("policy"))));
        assertThat(differences)
                .containsExactly(
                        "shared-line {}",
                        "text-em-all {}",
                        "allo {directory=MANAGED, routing=ASSIGNEES}",
                        "gohighlevel {maxNumbersPerUser=1, maxUsersPerNumber=1, ringing=ASSIGNED_FIRST}",
                        "amazon-chime {directory=MANAGED, grantCalling=false, grantTexting=false, maxNumbersPerUser=1,"
                                + " maxUsersPerNumber=1}");
    }

    @Test
    void aPolicyMayBeAPresetsName() {
        api.post(CHANGES, "{\"type\":\"PolicySet\",\"policy\":\"gohighlevel\"}");
        api.post(CHANGES, "{\"type\":\"NumberPolicySet\",\"number\":\"777\",\"policy\":\"allo\"}");
        assertThat(api.intake.changes)
                .extracting(change -> change.getChange())
                .containsExactly(new PolicySet(GOHIGHLEVEL), new NumberPolicySet("777", ALLO));
    }

    @Test
    void fieldsBesideThePresetAreTheCallersOwn() {
        api.post(
                CHANGES,
                "{\"type\":\"PolicySet\",\"policy\":{\"preset\":\"allo\",\"history\":\"FROM_ASSIGNMENT\","
                        + "\"routing\":\"ANYONE\"}}");
        Policy policy = Policy.newBuilder(ALLO)
                .setHistory(HistoryPolicy.FROM_ASSIGNMENT)
                .setRouting(RoutingPolicy.ANYONE)
                .build();
        assertThat(api.intake.changes.get(0).getChange()).isEqualTo(new PolicySet(policy));
    }

    @Test
    void policiesWithoutAPresetAreAsBefore() {
        api.post(CHANGES, "{\"type\":\"PolicySet\",\"policy\":{\"retentionDays\":30}}");
        api.post(CHANGES, "{\"type\":\"NumberPolicySet\",\"number\":\"777\",\"policy\":null}");
        assertThat(api.intake.changes)
                .extracting(change -> change.getChange())
                .containsExactly(
                        new PolicySet(Policy.newBuilder().setRetentionDays(30).build()),
                        new NumberPolicySet("777", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'zoom'                                | policy",
                "'Allo'                                | policy",
                "''                                    | policy",
                "{'preset':'zoom'}                     | policy.preset",
                "{'preset':null}                       | policy.preset",
                "{'preset':['allo']}                   | policy.preset",
            })
    void anUnknownPresetIsRefusedNamingTheFive(String policy, String field) {
        var problem = api.post(CHANGES, "{\"type\":\"PolicySet\",\"policy\":" + policy.replace('\'', '"') + "}")
                .isProblem(422);
        assertThat(problem.field()).isEqualTo(field);
        assertThat(problem.detail()).contains("shared-line, text-em-all, allo, gohighlevel, amazon-chime");
        assertThat(api.intake.changes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'preset':'allo','histroy':'ALL'}     | policy.histroy",
                "{'preset':'allo','history':'SOME'}    | policy.history",
                "7                                     | policy"
            })
    void whatElseIsWrongIsRefusedAsEver(String policy, String field) {
        assertThat(api.post(CHANGES, "{\"type\":\"PolicySet\",\"policy\":" + policy.replace('\'', '"') + "}")
                        .isProblem(422)
                        .field())
                .isEqualTo(field);
    }

    @Test
    void inABatchTheChangesPathLeadsToThePreset() {
        var answer = api.post(CHANGES, "{\"changes\":[{\"type\":\"PolicySet\",\"policy\":\"zoom\"}]}");
        assertThat(answer.json()
                        .path("changes")
                        .path(0)
                        .path("problem")
                        .path("field")
                        .asText())
                .isEqualTo("changes[0].policy");
    }

    private static Map<String, String> differences(JsonNode standard, JsonNode policy) {
        Map<String, String> differences = new TreeMap<>();
        policy.fields().forEachRemaining(field -> {
            if (!field.getValue().equals(standard.get(field.getKey()))) {
                differences.put(field.getKey(), field.getValue().asText());
            }
        });
        return differences;
    }
}
