package dev.partyline.topology.directory;

import static dev.partyline.topology.directory.Changes.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Assigners;
import dev.partyline.schema.ContactOwnerSet;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.Role;
import dev.partyline.schema.RoutingMode;
import dev.partyline.schema.RoutingSet;
import dev.partyline.schemas.Ids;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DESIGN 2's forms, and contents that no change can have. */
class ChangeRulesTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void breaksAForm(String field, DirectoryChange change, String form) {
        assertThat(ChangeRules.malformed(change)).contains(new ChangeProblem(field, form));
        assertThat(ChangeRules.validate(change)).isPresent();
    }

    static Stream<Arguments> breaksAForm() {
        return Stream.of(
                Arguments.of("changeId", change("", null, null, removed("ann")), Ids.ID_FORM),
                Arguments.of("workspaceId", workspace("a|b"), Ids.ID_FORM),
                Arguments.of("actorId", change("c", "-ann", null, removed("ann")), Ids.ID_FORM),
                Arguments.of("userId", plain(removed("ann|user")), Ids.ID_FORM),
                Arguments.of("userId", plain(assigned(SALES, "a".repeat(129))), Ids.ID_FORM),
                Arguments.of("number", plain(number("+0155", null)), Ids.NUMBER_FORM),
                Arguments.of("number", plain(assigned("1-800", "ann")), Ids.NUMBER_FORM),
                Arguments.of("userIds", plain(routing(SALES, "ann", "b b")), "a list of ids, each " + Ids.ID_FORM),
                Arguments.of("contactId", plain(new ContactOwnerSet("", null)), Ids.ID_FORM),
                Arguments.of("ownerId", plain(new ContactOwnerSet("contact", "")), Ids.ID_FORM));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isNothingThatAChangeCanSay(String field, DirectoryChange change) {
        assertThat(ChangeRules.malformed(change)).isEmpty();
        assertThat(ChangeRules.invalid(change)).map(ChangeProblem::field).contains(field);
        assertThat(ChangeRules.validate(change)).isEqualTo(ChangeRules.invalid(change));
    }

    static Stream<Arguments> isNothingThatAChangeCanSay() {
        return Stream.of(
                Arguments.of("occurredAt", change("c", null, -1L, removed("ann"))),
                Arguments.of("role", plain(member("ann", Role.UNKNOWN, true))),
                Arguments.of("mode", plain(new RoutingSet(SALES, List.of("ann"), RoutingMode.UNKNOWN))),
                Arguments.of("userIds", plain(routing(SALES, "ann", "ann"))),
                Arguments.of(
                        "assigners",
                        plain(policy(standard().setAssigners(Assigners.UNKNOWN).build()))),
                Arguments.of(
                        "maxUsersPerNumber",
                        plain(policy(standard().setMaxUsersPerNumber(0).build()))),
                Arguments.of(
                        "maxNumbersPerUser",
                        plain(policy(standard().setMaxNumbersPerUser(-1).build()))),
                Arguments.of(
                        "retentionDays",
                        plain(numberPolicy(SALES, standard().setRetentionDays(0).build()))));
    }

    @Test
    void everyChangeTypeCanBeSaid() {
        Stream.of(
                        member("ann", Role.OWNER, true),
                        removed("ann"),
                        number("911", null),
                        numberPolicy(SALES, null),
                        numberPolicy(SALES, managed()),
                        released(SALES),
                        assigned(SALES, "ann"),
                        unassigned(SALES, "ann"),
                        permissions(SALES, "ann", true, false),
                        callerIdGranted(SALES, "ann"),
                        callerIdRevoked(SALES, "ann"),
                        routing(SALES),
                        new ContactOwnerSet("contact", null),
                        policy(standard().setRetentionDays(1).build()))
                .forEach(payload -> assertThat(ChangeRules.validate(change("c", "ann", 0L, payload)))
                        .as(payload.toString())
                        .isEmpty());
    }

    private static DirectoryChange plain(Object payload) {
        return change("c", null, null, payload);
    }

    private static DirectoryChange workspace(String workspaceId) {
        return DirectoryChange.newBuilder(plain(removed("ann")))
                .setWorkspaceId(workspaceId)
                .build();
    }
}
