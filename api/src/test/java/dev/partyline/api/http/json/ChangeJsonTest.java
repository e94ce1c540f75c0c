package dev.partyline.api.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.CallerIdRevoked;
import dev.partyline.schema.ContactOwnerSet;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.MemberRemoved;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.NumberReleased;
import dev.partyline.schema.NumberSet;
import dev.partyline.schema.PermissionsSet;
import dev.partyline.schema.Policy;
import dev.partyline.schema.PolicySet;
import dev.partyline.schema.Role;
import dev.partyline.schema.RoutingMode;
import dev.partyline.schema.RoutingSet;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeJsonTest {
    private static final String NUMBER = "+12125550100";

    private final ChangeJson json = new ChangeJson(new FieldForms(new PhoneNumbers(Optional.empty())));

    static Stream<IndexedRecord> everyTypeOfChange() {
        return Stream.of(
                new MemberSet("ana", Role.ADMIN, true, "Ana"),
                new MemberSet("ana", Role.OWNER, false, null),
                new MemberRemoved("ana"),
                new NumberSet(NUMBER, "Sales"),
                new NumberPolicySet(NUMBER, null),
                new NumberPolicySet(
                        NUMBER, Policy.newBuilder().setRetentionDays(30).build()),
                new NumberReleased(NUMBER),
                new UserAssigned(NUMBER, "ana", true, null),
                new UserUnassigned(NUMBER, "ana"),
                new PermissionsSet(NUMBER, "ana", true, false),
                new CallerIdGranted(NUMBER, "ana"),
                new CallerIdRevoked(NUMBER, "ana"),
                new RoutingSet(NUMBER, List.of("ana", "ben"), RoutingMode.IN_ORDER),
                new ContactOwnerSet("k1", "ana"),
                new ContactOwnerSet("k1", null),
                new PolicySet(Policy.newBuilder().setMaxUsersPerNumber(1).build()));
    }

    @ParameterizedTest
    @MethodSource("everyTypeOfChange")
    void everyTypeIsReadAsItWasWritten(IndexedRecord inner) throws JsonProcessingException {
        DirectoryChange change = new DirectoryChange("c1", "acme", "boss", Instant.ofEpochMilli(1234), inner);
        JsonNode text = parse(ChangeJson.write(change).toString());
        assertThat(text.path("type").asText()).isEqualTo(inner.getSchema().getName());
        assertThat(text.path("occurredAt").asLong()).isEqualTo(1234);
        assertThat(json.read(text, "acme", "")).isEqualTo(change);
    }

    @Test
    void noTypeIsLeftOutOfTheTestAbove() {
        assertThat(everyTypeOfChange().map(each -> each.getSchema().getName()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        DirectoryChange.getClassSchema().getField("change").schema().getTypes().stream()
                                .map(Schema::getName)
                                .toList());
    }

    @Test
    void whatHasADefaultMayBeLeftOut() throws JsonProcessingException {
        DirectoryChange change = json.read(parse("{\"type\":\"PolicySet\",\"policy\":{}}"), "acme", "");
        assertThat(change.getChange())
                .isEqualTo(new PolicySet(Policy.newBuilder().build()));
        assertThat(change.getOccurredAt()).isNull();
        assertThat(change.getActorId()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | type",
                "{'type':'Promoted'} | type",
                "{'type':7} | type",
                "{'type':'MemberRemoved'} | userId",
                "{'type':'MemberRemoved','userId':null} | userId",
                "{'type':'MemberRemoved','userId':'a b'} | userId",
                "{'type':'MemberRemoved','userId':'ana','role':'ADMIN'} | role",
                "{'type':'MemberRemoved','userId':'ana','changeId':''} | changeId",
                "{'type':'MemberRemoved','userId':'ana','actorId':'-'} | actorId",
                "{'type':'MemberRemoved','userId':'ana','occurredAt':-1} | occurredAt",
                "{'type':'MemberRemoved','userId':'ana','occurredAt':1.5} | occurredAt",
                "{'type':'MemberRemoved','userId':'ana','occurredAt':'yesterday'} | occurredAt",
                "{'type':'MemberRemoved','userId':'ana','occurredAt':'1969-12-31T23:59:59Z'} | occurredAt",
                "{'type':'MemberRemoved','userId':'ana','workspaceId':'other'} | workspaceId",
                "{'type':'MemberSet','userId':'ana','role':'UNKNOWN','active':true} | role",
                "{'type':'MemberSet','userId':'ana','role':'ADMIN','active':'yes'} | active",
                "{'type':'RoutingSet','number':'911','userIds':['ana',''],'mode':'RING_ALL'} | userIds[1]",
                "{'type':'RoutingSet','number':'911','userIds':'ana','mode':'RING_ALL'} | userIds",
                "{'type':'PolicySet','policy':{'retentionDays':1e3}} | policy.retentionDays",
                "{'type':'PolicySet','policy':{'retentionDays':3000000000}} | policy.retentionDays",
                "{'type':'PolicySet','policy':{'colour':'red'}} | policy.colour",
                "{'type':'PolicySet','policy':[]} | policy",
                "{'type':'NumberSet','number':'12'} | number",
                "{'type':'NumberSet','number':911} | number"
            },
            quoteCharacter = '"')
    void whatIsWrongIsRefusedByTheFieldsPath(String text, String field) throws JsonProcessingException {
        JsonNode change = parse(text.replace('\'', '"'));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> json.read(change, "acme", ""))
                .satisfies(refused -> {
                    assertThat(refused.problem().status()).isEqualTo(422);
                    assertThat(refused.problem().more().get("field")).hasToString('"' + field + '"');
                });
    }

    private static JsonNode parse(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
