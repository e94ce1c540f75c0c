package dev.partyline.topology.directory;

import static dev.partyline.topology.directory.Changes.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Policy;
import dev.partyline.schema.Role;
import dev.partyline.schema.RoutingPolicy;
import dev.partyline.schema.UserAssigned;
import dev.partyline.topology.assignment.Span;
import org.junit.jupiter.api.Test;

/** What accepted changes leave behind on the lines (DESIGN 4). */
class LineStateTest {
    private static final Policy CHIME =
            standard().setGrantCalling(false).setGrantTexting(false).build();

    @Test
    void aFreshAssignmentStartsAsThePolicyGrants() {
        assertThat(new Play().given(assigned(SALES, "ann")).line(SALES, "ann").permissions())
                .isEqualTo(new Permissions(true, true, false));
        assertThat(new Play()
                        .given(policy(CHIME), assigned(SALES, "ann"))
                        .line(SALES, "ann")
                        .permissions())
                .as("CH-3")
                .isEqualTo(Permissions.NONE);
        assertThat(new Play()
                        .given(numberPolicy(SALES, CHIME), assigned(SALES, "ann"))
                        .line(SALES, "ann")
                        .permissions())
                .as("the number's policy")
                .isEqualTo(Permissions.NONE);
    }

    @Test
    void whatTheChangeStatesWins() {
        Play play = new Play().given(policy(CHIME), new UserAssigned(SALES, "ann", null, true));

        assertThat(play.line(SALES, "ann").permissions()).isEqualTo(new Permissions(false, true, false));
    }

    @Test
    void anAssignmentThatStandsIsNotGrantedAnew() {
        Play play = new Play().given(policy(CHIME), assigned(SALES, "ann"), permissions(SALES, "ann", true, true));

        assertThat(play.send(assigned(SALES, "ann"))).isEqualTo(new Verdict.Unchanged());
    }

    @Test
    void aNewAssignmentStartsFromOffAgain() {
        Play play = new Play().given(policy(CHIME), assigned(SALES, "ann"), permissions(SALES, "ann", true, true));
        assertThat(play.line(SALES, "ann").permissions()).as("CH-4").isEqualTo(new Permissions(true, true, false));

        play.given(unassigned(SALES, "ann"), assigned(SALES, "ann"));
        assertThat(play.line(SALES, "ann").permissions()).as("CH-5").isEqualTo(Permissions.NONE);
    }

    @Test
    void unassigningEndsPermissionsAndLeavesCallerIdAndRouting() {
        Play play = new Play()
                .given(assigned(SALES, "ann"), callerIdGranted(SALES, "ann"), routing(SALES, "ann"))
                .given(unassigned(SALES, "ann"));

        assertThat(play.line(SALES, "ann").assigned()).isFalse();
        assertThat(play.line(SALES, "ann").permissions()).as("GHL-10").isEqualTo(new Permissions(false, false, true));
        assertThat(play.image().numberOrUnused(SALES).routes("ann")).isTrue();
    }

    @Test
    void underAssigneesUnassigningTakesOutOfTheRouting() {
        Policy assignees = standard().setRouting(RoutingPolicy.ASSIGNEES).build();
        Play play = new Play()
                .given(policy(assignees), assigned(SALES, "ann"), assigned(SALES, "bob"))
                .given(routing(SALES, "ann", "bob"), unassigned(SALES, "ann"));

        assertThat(play.image().numberOrUnused(SALES).routing().getUserIds()).containsExactly("bob");
    }

    @Test
    void deactivationEndsNothing() {
        Play play = new Play()
                .given(assigned(SALES, "ann"), routing(SALES, "ann"))
                .given(member("ann", Role.MEMBER, false));

        assertThat(play.line(SALES, "ann").assigned()).isTrue();
        assertThat(play.image().numberOrUnused(SALES).routes("ann")).isTrue();
    }

    @Test
    void removingAMemberEndsAllTheirLinesAndKeepsTheirHistory() {
        Play play = new Play()
                .given(assigned(SALES, "ann"), callerIdGranted(CARE, "ann"), routing(CARE, "bob", "ann"))
                .given(removed("ann"));

        assertThat(play.line(SALES, "ann").history().spans()).containsExactly(new Span(2_000, 5_000));
        assertThat(play.line(CARE, "ann").permissions()).isEqualTo(Permissions.NONE);
        assertThat(play.image().numberOrUnused(CARE).routing().getUserIds()).containsExactly("bob");
        assertThat(play.image().member("ann").orElseThrow().numbers()).containsExactly(SALES, CARE);

        play.given(member("ann", Role.MEMBER, true));
        assertThat(play.line(SALES, "ann").assigned())
                .as("back without their lines")
                .isFalse();
    }

    @Test
    void aRemovalMayBeDatedBackToEachLinesPreviousSwitch() {
        Play play = new Play().given(assigned(SALES, "ann"), assigned(CARE, "ann"));

        play.sendDated(2_500, removed("ann"));

        assertThat(play.line(SALES, "ann").history().spans()).containsExactly(new Span(2_000, 2_500));
        assertThat(play.line(CARE, "ann").history().spans())
                .as("begun at 3,000")
                .isEmpty();
    }

    @Test
    void releasingANumberEndsAllItsLinesAndKeepsItsHistory() {
        Play play = new Play()
                .given(number(SALES, "Sales"), numberPolicy(SALES, CHIME), assigned(SALES, "ann"))
                .given(callerIdGranted(SALES, "bob"), routing(SALES, "cat"))
                .given(released(SALES));

        DirectoryNumber number = play.image().numberOrUnused(SALES);
        assertThat(number.settings()).isEqualTo(NumberSettings.UNUSED);
        assertThat(number.routing()).isEqualTo(DirectoryNumber.NOBODY);
        assertThat(number.users()).containsExactly("ann", "bob", "cat");
        assertThat(number.line("ann").history().spans()).containsExactly(new Span(4_000, 7_000));
        assertThat(number.crowd()).as("whom it had more to do with than that").isEqualTo(1);
    }

    @Test
    void noDateCanUndoALaterRevocation() {
        Play play = new Play().given(assigned(SALES, "ann"), unassigned(SALES, "ann"));

        play.sendDated(0, assigned(SALES, "ann"));

        assertThat(play.line(SALES, "ann").history().spans())
                .containsExactly(new Span(2_000, 3_000), new Span(3_000, Span.OPEN));
    }
}
