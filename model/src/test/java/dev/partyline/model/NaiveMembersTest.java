package dev.partyline.model;

import static dev.partyline.model.Script.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.MemberRemoved;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.NumberReleased;
import dev.partyline.schema.Outcome;
import dev.partyline.schema.Policy;
import dev.partyline.schema.PolicySet;
import dev.partyline.schema.Role;
import dev.partyline.schema.RoutingMode;
import dev.partyline.schema.RoutingPolicy;
import dev.partyline.schema.RoutingSet;
import dev.partyline.schema.UserAssigned;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Members, contacts and policies in the model's directory, on cases worked out by hand from DESIGN 4. */
class NaiveMembersTest {
    private final Script script = new Script();
    private final NaiveDirectory directory = script.directory();

    @Test
    void aRemovedMemberLosesLinesRoutingAndContactsAndComesBackWithoutThem() {
        script.assign(10, "ana");
        script.now(new CallerIdGranted("777", "ana"));
        script.now(new RoutingSet(NUMBER, List.of("ben", "ana"), RoutingMode.IN_ORDER));
        script.owner("kim", "ana");
        script.owner("lou", "ben");
        script.change(60, null, new MemberRemoved("ana"));
        script.member("ana", Role.MEMBER, true);

        assertThat(directory.line(NUMBER, "ana")).hasToString("[[10, 60)]");
        assertThat(directory.line("777", "ana")).hasToString("[]");
        assertThat(directory.number(NUMBER).routed()).containsExactly("ben");
        assertThat(directory.owners()).containsOnlyKeys("lou");
        assertThat(directory.active("ana")).isTrue();
        assertThat(directory.removals("ana")).isEqualTo(1);
    }

    @Test
    void removingSomeoneUnknownKeepsThemOutAndRemovingThemAgainIsUnchanged() {
        assertThat(script.now(new MemberRemoved("ana"))).isEqualTo(new Expected(Outcome.ACCEPTED, null, 1));
        assertThat(script.now(new MemberRemoved("ana"))).isEqualTo(new Expected(Outcome.UNCHANGED, null, 1));
        assertThat(directory.active("ana")).isFalse();
        assertThat(directory.removals("ana")).isEqualTo(1);
    }

    @Test
    void deactivationEndsNothing() {
        script.assign(10, "ana");
        script.owner("kim", "ana");
        script.member("ana", Role.MEMBER, false);

        assertThat(directory.active("ana")).isFalse();
        assertThat(directory.assigned(NUMBER, "ana")).isTrue();
        assertThat(directory.owners()).containsEntry("kim", "ana");
    }

    @Test
    void whoIsUnknownIsActiveInAnOpenDirectoryAndNotInAManagedOne() {
        assertThat(directory.active("eve")).isTrue();
        script.policy(NaivePolicies.but().setDirectory(DirectoryMode.MANAGED));
        assertThat(directory.active("eve")).isFalse();
    }

    @Test
    void anOwnersContactMakesAMemberAndNoNumber() {
        assertThat(script.owner("kim", "ana").outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(script.owner("kim", "ana").outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(script.owner("kim", "ben").outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(script.owner("kim", null).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(script.owner("kim", null).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(directory.members()).containsOnlyKeys("ana", "ben");
        assertThat(directory.numbers()).isEmpty();
    }

    @Test
    void ch3AFreshAssignmentStartsAsThePolicyGrantsAndWhatTheChangeStatesWins() {
        script.policy(NaivePolicies.but().setGrantCalling(false).setGrantTexting(false));
        script.assign(10, "ana");
        script.change(10, null, new UserAssigned(NUMBER, "ben", true, null));
        assertThat(directory.line(NUMBER, "ana")).hasToString("[[10, now]]");
        assertThat(directory.line(NUMBER, "ben")).hasToString("[[10, now]] calling");

        script.policy(NaivePolicies.but());
        script.assign(60, "ana");
        assertThat(directory.line(NUMBER, "ana")).as("what stands stays").hasToString("[[10, now]]");
    }

    @Test
    void aNumbersOwnPolicyGoesWithItsRelease() {
        Policy own = NaivePolicies.but().setGrantCalling(false).build();
        script.now(new NumberPolicySet(NUMBER, own));
        assertThat(directory.policyOn(NUMBER)).isEqualTo(own);
        assertThat(directory.policyOn("777")).isEqualTo(NaivePolicies.DEFAULT);

        script.now(new NumberReleased(NUMBER));
        assertThat(directory.policyOn(NUMBER)).isEqualTo(NaivePolicies.DEFAULT);
    }

    @Test
    void aPolicyThatIsInForceAlreadyIsUnchangedAndTheSameOfANumbersOwnIsNot() {
        assertThat(script.now(new PolicySet(NaivePolicies.DEFAULT)).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(script.now(new NumberPolicySet(NUMBER, NaivePolicies.DEFAULT))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(script.now(new NumberPolicySet(NUMBER, NaivePolicies.DEFAULT))
                        .outcome())
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(script.now(new NumberPolicySet(NUMBER, null)).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void unassigningTakesOutOfTheRoutingWhereOnlyAssigneesAreRouted() {
        script.assign(10, "ana");
        script.now(new RoutingSet(NUMBER, List.of("ana", "ben"), RoutingMode.RING_ALL));
        script.policy(NaivePolicies.but().setRouting(RoutingPolicy.ASSIGNEES));

        assertThat(script.unassign(60, "ben").outcome()).isEqualTo(Outcome.UNCHANGED);
        script.unassign(60, "ana");
        assertThat(directory.number(NUMBER).routed()).containsExactly("ben");
    }
}
