package dev.partyline.model;

import static dev.partyline.model.Script.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Assigners;
import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.CallerIdRevoked;
import dev.partyline.schema.ContactOwnerSet;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.MemberRemoved;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.NumberReleased;
import dev.partyline.schema.NumberSet;
import dev.partyline.schema.Outcome;
import dev.partyline.schema.PermissionsSet;
import dev.partyline.schema.Policy;
import dev.partyline.schema.RejectionReason;
import dev.partyline.schema.Role;
import dev.partyline.schema.RoutingMode;
import dev.partyline.schema.RoutingPolicy;
import dev.partyline.schema.RoutingSet;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the model refuses, and for which of several reasons, on cases worked out by hand from DESIGN 4. */
class NaiveRefusalsTest {
    private final Script script = new Script();

    @Test
    void ghl2AManagedDirectoryKnowsNoNumberAndNoMemberByMention() {
        script.policy(NaivePolicies.but().setDirectory(DirectoryMode.MANAGED));

        assertThat(script.assign(1, "ana").reason()).isEqualTo(RejectionReason.NUMBER_UNKNOWN);
        assertThat(script.now(new CallerIdGranted(NUMBER, "ana")).reason()).isEqualTo(RejectionReason.NUMBER_UNKNOWN);
        assertThat(script.now(routing("ana")).reason()).isEqualTo(RejectionReason.NUMBER_UNKNOWN);
        assertThat(script.now(new NumberPolicySet(NUMBER, NaivePolicies.DEFAULT))
                        .reason())
                .isEqualTo(RejectionReason.NUMBER_UNKNOWN);
        script.now(new NumberSet(NUMBER, null));
        assertThat(script.assign(1, "ana").reason()).isEqualTo(RejectionReason.NOT_A_MEMBER);
        assertThat(script.owner("kim", "ana").reason()).isEqualTo(RejectionReason.NOT_A_MEMBER);
        script.member("ana", Role.MEMBER, true);
        assertThat(script.assign(1, "ana").outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(script.owner("kim", "ana").outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void takingAwayWhatIsNotThereIsUnchangedAlsoInAManagedDirectory() {
        script.policy(NaivePolicies.but().setDirectory(DirectoryMode.MANAGED));

        assertThat(List.of(
                        script.unassign(1, "ana"),
                        script.now(new CallerIdRevoked(NUMBER, "ana")),
                        script.now(routing()),
                        script.now(new NumberPolicySet(NUMBER, null)),
                        script.owner("kim", null)))
                .allMatch(expected -> expected.outcome() == Outcome.UNCHANGED);
        assertThat(script.now(new NumberReleased(NUMBER)).reason()).isEqualTo(RejectionReason.NUMBER_UNKNOWN);
        assertThat(script.directory().numbers()).isEmpty();
        assertThat(script.directory().members()).isEmpty();
    }

    @Test
    void nothingIsGivenToWhoIsInactiveOrRemoved() {
        script.member("ana", Role.MEMBER, false);
        script.now(new MemberRemoved("ben"));

        for (String userId : List.of("ana", "ben")) {
            assertThat(List.of(
                            script.assign(1, userId),
                            script.now(new CallerIdGranted(NUMBER, userId)),
                            script.now(routing("cleo", userId)),
                            script.owner("kim", userId)))
                    .allMatch(expected -> expected.reason() == RejectionReason.NOT_A_MEMBER);
        }
        assertThat(script.directory().members()).containsOnlyKeys("ana", "ben");
    }

    @Test
    void ghl4AndGhl5TheNumberIsFullBeforeTheUserIs() {
        script.policy(NaivePolicies.but().setMaxUsersPerNumber(1).setMaxNumbersPerUser(1));
        script.assign(1, "ana");
        script.now(new UserAssigned("777", "ben", null, null));

        assertThat(script.assign(2, "ben").reason()).isEqualTo(RejectionReason.NUMBER_FULL);
        assertThat(script.assign(2, "ana").outcome()).isEqualTo(Outcome.UNCHANGED);
        script.unassign(3, "ana");
        assertThat(script.assign(4, "ben").reason()).isEqualTo(RejectionReason.USER_FULL);
        assertThat(script.assign(4, "cleo").outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(script.directory().members()).containsOnlyKeys("ana", "ben", "cleo");
    }

    @Test
    void aNumbersOwnLimitsHoldInsteadOfTheWorkspaces() {
        script.policy(NaivePolicies.but().setMaxUsersPerNumber(1));
        script.now(new NumberPolicySet(
                NUMBER, NaivePolicies.but().setMaxUsersPerNumber(2).build()));
        script.assign(1, "ana");

        assertThat(script.assign(2, "ben").outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(script.assign(3, "cleo").reason()).isEqualTo(RejectionReason.NUMBER_FULL);
    }

    @Test
    void al6OnlyAssigneesAreRoutedWhereThePolicyHasItSo() {
        script.policy(NaivePolicies.but().setRouting(RoutingPolicy.ASSIGNEES));
        script.assign(1, "ana");

        assertThat(script.now(routing("ana", "ben")).reason()).isEqualTo(RejectionReason.NOT_ASSIGNED);
        assertThat(script.now(routing("ana")).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void anyActiveMemberAssignsWhereThePolicyHasItSoAndNobodyElseDoes() {
        script.policy(NaivePolicies.but().setAssigners(Assigners.MEMBERS));
        script.member("ana", Role.MEMBER, true);
        script.member("ben", Role.ADMIN, false);

        assertThat(script.by("ana", new UserAssigned(NUMBER, "cleo", null, null))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(script.by("ana", new ContactOwnerSet("kim", "cleo")).outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(List.of(
                        script.by("ben", new UserUnassigned(NUMBER, "cleo")),
                        script.by("eve", new UserUnassigned(NUMBER, "cleo")),
                        script.by("ana", new NumberSet(NUMBER, "Sales")),
                        script.by("ana", new MemberRemoved("cleo"))))
                .allMatch(expected -> expected.reason() == RejectionReason.ACTOR_NOT_ALLOWED);
    }

    @Test
    void anOwnerIsAnOwnersMatterUntilTheyAreRemoved() {
        script.member("ana", Role.OWNER, true);
        script.member("ben", Role.ADMIN, true);
        script.member("cleo", Role.OWNER, false);

        assertThat(script.by("ben", new MemberSet("cleo", Role.MEMBER, true, null))
                        .reason())
                .isEqualTo(RejectionReason.ACTOR_NOT_ALLOWED);
        assertThat(script.by("ben", new MemberRemoved("cleo")).reason()).isEqualTo(RejectionReason.ACTOR_NOT_ALLOWED);
        assertThat(script.by("ana", new MemberRemoved("cleo")).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(script.by("ben", new MemberRemoved("cleo")).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(script.by("ben", new MemberSet("cleo", Role.OWNER, true, null))
                        .reason())
                .isEqualTo(RejectionReason.ACTOR_NOT_ALLOWED);
        assertThat(script.by("ben", new MemberSet("cleo", Role.MEMBER, true, null))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void ofSeveralReasonsTheFirstIsTold() {
        script.policy(NaivePolicies.but().setDirectory(DirectoryMode.MANAGED).setMaxUsersPerNumber(1));

        assertThat(script.by("eve", routing("ana", "ana")).reason()).isEqualTo(RejectionReason.INVALID);
        assertThat(script.by("eve", routing("ana")).reason()).isEqualTo(RejectionReason.ACTOR_NOT_ALLOWED);
        assertThat(script.now(routing("ana")).reason()).isEqualTo(RejectionReason.NUMBER_UNKNOWN);
        script.now(new NumberSet(NUMBER, null));
        script.member("ben", Role.MEMBER, true);
        script.assign(1, "ben");
        assertThat(script.assign(2, "ana").reason()).isEqualTo(RejectionReason.NOT_A_MEMBER);
        assertThat(script.now(new PermissionsSet("777", "ana", true, true)).reason())
                .isEqualTo(RejectionReason.NOT_ASSIGNED);
        Policy assigneesOnly = NaivePolicies.but()
                .setDirectory(DirectoryMode.MANAGED)
                .setRouting(RoutingPolicy.ASSIGNEES)
                .build();
        script.now(new NumberPolicySet(NUMBER, assigneesOnly));
        assertThat(script.now(routing("ana")).reason()).isEqualTo(RejectionReason.NOT_A_MEMBER);
    }

    @Test
    void aLimitBelowOneIsInvalid() {
        assertThat(script.policy(NaivePolicies.but().setMaxNumbersPerUser(0)).reason())
                .isEqualTo(RejectionReason.INVALID);
        Policy policy = NaivePolicies.but().setRetentionDays(0).build();
        assertThat(script.now(new NumberPolicySet(NUMBER, policy)).reason()).isEqualTo(RejectionReason.INVALID);
        assertThat(script.policy(NaivePolicies.but().setMaxUsersPerNumber(1)).outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    private static RoutingSet routing(String... userIds) {
        return new RoutingSet(NUMBER, Arrays.asList(userIds), RoutingMode.RING_ALL);
    }
}
