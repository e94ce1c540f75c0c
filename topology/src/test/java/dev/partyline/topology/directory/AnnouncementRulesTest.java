package dev.partyline.topology.directory;

import static dev.partyline.topology.directory.Changes.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.MemberSet;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.Role;
import dev.partyline.schema.UserAccess;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told of which change, and in which order. */
class AnnouncementRulesTest {
    @Test
    void anAssignmentIsToldToItsNumberAndItsUser() {
        Play play = new Play().given(assigned(SALES, "ann"));

        assertThat(said(play)).containsExactly("number " + SALES, "user ann", "row ann true");
    }

    @Test
    void whoIsKnownGetsNoNewRow() {
        Play play = new Play().given(assigned(SALES, "ann"), assigned(CARE, "ann"));

        assertThat(said(play)).containsExactly("number " + CARE, "user ann");
    }

    @Test
    void whoLosesIsToldBeforeWhoGains() {
        Play play = new Play().given(routing(SALES, "zoe", "mia"), routing(SALES, "ann", "mia"));

        assertThat(said(play)).containsExactly("number " + SALES, "user zoe", "user ann", "row ann true");
    }

    @Test
    void aNewLabelIsToldToEveryoneWithALine() {
        Play play = new Play()
                .given(assigned(SALES, "ann"), callerIdGranted(SALES, "bob"), routing(SALES, "cat"))
                .given(assigned(SALES, "past"), unassigned(SALES, "past"))
                .given(number(SALES, "Sales"));

        assertThat(said(play)).containsExactly("number " + SALES, "user ann", "user bob", "user cat");
    }

    @Test
    void aDeactivationIsToldToEveryNumberWhereTheUserStandsHistoryIncluded() {
        Play play = new Play()
                .given(assigned(SALES, "ann"), unassigned(SALES, "ann"), assigned(CARE, "ann"))
                .given(member("ann", Role.MEMBER, false));

        assertThat(said(play)).containsExactly("row ann false", "number " + SALES, "number " + CARE, "user ann");
        assertThat(lastNumberUser(play, "ann").getActive()).isFalse();
    }

    @Test
    void aNewNameIsToldToTheUserAlone() {
        Play play = new Play().given(member("ann", Role.MEMBER, true));
        play.given(new MemberSet("ann", Role.MEMBER, true, "Ann Other"));

        assertThat(said(play)).containsExactly("user ann");
    }

    @Test
    void aRemovedMemberHasARowThatSaysSo() {
        Play play = new Play().given(removed("ann"));

        assertThat(said(play)).containsExactly("row ann false", "user ann");
    }

    @Test
    void aPolicyIsToldToEveryNumberWithoutOneOfItsOwn() {
        Play play = new Play()
                .given(number(SALES, null), released(SALES), number(CARE, null), number("911", null))
                .given(numberPolicy(CARE, standard().build()))
                .given(policy(standard().setGrantTexting(false).build()));

        assertThat(said(play)).containsExactly("number " + SALES, "number 911");
    }

    @Test
    void anIntervalThatVanishedLeavesAUserWithoutIntervals() {
        Play play = new Play().given(assigned(SALES, "ann"));
        play.sendDated(0, unassigned(SALES, "ann"));

        assertThat(said(play)).containsExactly("number " + SALES, "user ann");
        assertThat(lastNumberUser(play, "ann").getIntervals()).isEmpty();
    }

    @Test
    void aUsersLinesAreThoseWhereTheyAreAssignedRoutedOrHaveCallerId() {
        Play play = new Play()
                .given(number(SALES, "Sales"), assigned(SALES, "ann"), routing(CARE, "ann"))
                .given(assigned("911", "ann"), unassigned("911", "ann"));
        UserAccess access = AccessRules.userAccess(play.image(), "ann");

        assertThat(access.getLines())
                .extracting(line -> line.getNumber() + " " + line.getLabel() + " " + line.getAssigned() + " "
                        + line.getRouted() + " " + line.getSince())
                .containsExactly(SALES + " Sales true false 1970-01-01T00:00:03Z", CARE + " null false true null");
    }

    private static NumberUser lastNumberUser(Play play, String userId) {
        return play.lastTold().stream()
                .filter(Announcement.OfNumber.class::isInstance)
                .flatMap(told -> ((Announcement.OfNumber) told).access().getUsers().stream())
                .filter(user -> user.getUserId().equals(userId))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> said(Play play) {
        return play.lastTold().stream().map(AnnouncementRulesTest::said).toList();
    }

    private static String said(Announcement announcement) {
        if (announcement instanceof Announcement.OfNumber number) {
            return "number " + number.access().getNumber();
        }
        if (announcement instanceof Announcement.OfUser user) {
            return "user " + user.access().getUserId();
        }
        Announcement.OfUserRow row = (Announcement.OfUserRow) announcement;
        return "row " + row.userId() + " " + row.row().getUser().getActive();
    }
}
