package dev.partyline.topology.directory;

import static dev.partyline.topology.directory.Changes.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Assigners;
import dev.partyline.schema.Policy;
import dev.partyline.schema.Role;
import dev.partyline.schema.RoutingPolicy;
import org.junit.jupiter.api.Test;

/** The words in which changes are refused: people read them, so a change here is a change for them. */
class DetailsTest {
    private static final Policy FULL =
            standard().setMaxUsersPerNumber(1).setMaxNumbersPerUser(1).build();

    @Test
    void actorNotAllowed() {
        Play play = new Play().given(member("ann", Role.ADMIN, true));
        assertDetail(
                play.sendAs("bob", assigned(SALES, "ann")),
                "actorId: bob is no active OWNER or ADMIN; have one of them ask for it,"
                        + " or set assigners to MEMBERS in the workspace's policy");
        assertDetail(
                play.sendAs("bob", number(SALES, null)),
                "actorId: bob is no active OWNER or ADMIN; have one of them ask for it");
        assertDetail(
                play.sendAs("ann", member("bob", Role.OWNER, true)),
                "actorId: ann is no active OWNER, and about an OWNER only an OWNER decides; have one ask for it");
        assertDetail(
                play.given(policy(standard().setAssigners(Assigners.MEMBERS).build()))
                        .sendAs("bob", assigned(SALES, "ann")),
                "actorId: bob is no active member; add or reactivate them with MemberSet");
    }

    @Test
    void notAMember() {
        Play play = new Play().given(member("idle", Role.MEMBER, false), removed("gone"), number(SALES, null));
        assertDetail(
                play.send(assigned(SALES, "idle")),
                "userId: idle is inactive; set active to true with MemberSet first");
        assertDetail(
                play.send(routing(SALES, "ann", "gone")),
                "userIds: gone was removed; bring them back with MemberSet first");
        assertDetail(
                play.given(policy(managed())).send(callerIdGranted(SALES, "ann")),
                "userId: ann is no member; add them with MemberSet first");
    }

    @Test
    void numberUnknown() {
        Play play = new Play().given(policy(managed()), member("ann", Role.MEMBER, true));
        assertDetail(
                play.send(assigned(SALES, "ann")),
                "number: +15550001 is none of the workspace's numbers; add it with NumberSet first");
        assertDetail(
                play.send(released(SALES)),
                "number: +15550001 is none of the workspace's numbers; nothing was released, check the number");
    }

    @Test
    void full() {
        Play play = new Play().given(policy(FULL), assigned(SALES, "ann"));
        assertDetail(
                play.send(assigned(SALES, "bob")),
                "number: +15550001 has the 1 assigned users that its policy allows;"
                        + " unassign one first, or raise maxUsersPerNumber");
        assertDetail(
                play.send(assigned(CARE, "ann")),
                "userId: ann has the 1 assigned numbers that the number's policy allows;"
                        + " unassign one first, or raise maxNumbersPerUser");
        assertThat(Details.numberCrowded(SALES, 5_000))
                .isEqualTo("number: +15550001 would know more than 5000 users, past ones included; use another number");
    }

    @Test
    void notAssigned() {
        Policy assignees = standard().setRouting(RoutingPolicy.ASSIGNEES).build();
        Play play = new Play().given(policy(assignees));
        assertDetail(
                play.send(permissions(SALES, "ann", true, true)),
                "userId: ann is not assigned to +15550001; assign them with UserAssigned first");
        assertDetail(
                play.send(routing(SALES, "ann")),
                "userIds: ann is not assigned to +15550001; assign them with UserAssigned first");
    }

    @Test
    void invalid() {
        assertDetail(new Play().send(routing(SALES, "ann", "ann")), "userIds: must be a list without duplicates");
    }

    private static void assertDetail(Verdict verdict, String expected) {
        assertThat(((Verdict.Rejected) verdict).detail()).isEqualTo(expected);
    }
}
