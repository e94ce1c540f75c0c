package dev.partyline.topology.directory;

import static dev.partyline.topology.directory.Changes.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.EncounterKind;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What numbers meet, and what the directory tells them of it. */
class EncounterRulesTest {
    @Test
    void aStrangerIsToldToTheNumberAndNothingIsCreated() {
        Play play = new Play().met(EncounterKind.PERSON, SALES, "eve");

        assertThat(said(play)).containsExactly("number " + SALES + " eve active 0");
        assertThat(play.image().member("eve")).isEmpty();
        assertThat(play.image().numberOrUnused(SALES).inUse()).isFalse();
        assertThat(play.image().head().version()).isZero();
    }

    @Test
    void whoIsUnknownCountsAsInactiveInManaged() {
        Play play = new Play().given(policy(managed())).met(EncounterKind.PERSON, SALES, "eve");

        assertThat(said(play)).containsExactly("number " + SALES + " eve inactive 0");
        play.given(member("eve", Role.MEMBER, true));
        assertThat(said(play)).contains("number " + SALES + " eve active 0");
    }

    @Test
    void whenTheDirectoryBecomesManagedItsStrangersAreToldAnew() {
        Play play = new Play()
                .given(numberPolicy(SALES, standard().build()))
                .met(EncounterKind.PERSON, SALES, "eve")
                .given(policy(managed()));

        assertThat(said(play)).containsExactly("number " + SALES + " eve inactive 0");
    }

    @Test
    void aRepeatedEncounterTellsNothing() {
        Play play = new Play().met(EncounterKind.PERSON, SALES, "eve").met(EncounterKind.PERSON, SALES, "eve");

        assertThat(play.lastTold()).isEmpty();
    }

    @Test
    void aDeactivationIsToldWhereTheMemberWasMerelyMet() {
        Play play = new Play()
                .given(member("ann", Role.MEMBER, true))
                .met(EncounterKind.PERSON, SALES, "ann")
                .given(member("ann", Role.MEMBER, false));

        assertThat(said(play)).containsExactly("row ann false", "number " + SALES + " ann inactive 0", "user ann");
    }

    @Test
    void anOwnerIsToldToEveryNumberThatHasMetTheContactAndIsKnownThere() {
        Play play = new Play()
                .met(EncounterKind.CONTACT, SALES, "c")
                .met(EncounterKind.CONTACT, CARE, "c")
                .given(contactOwner("c", "ann"));

        assertThat(said(play))
                .containsExactly(
                        "contact " + SALES + " c ann 0",
                        "contact " + CARE + " c ann 0",
                        "number " + SALES + " ann active 0",
                        "number " + CARE + " ann active 0",
                        "user ann",
                        "row ann true");
        play.given(contactOwner("c", null));
        assertThat(said(play)).containsExactly("contact " + SALES + " c null 0", "contact " + CARE + " c null 0");
    }

    @Test
    void anOwnedContactIsToldToTheNumberThatMeetsIt() {
        Play play = new Play().given(contactOwner("c", "ann")).met(EncounterKind.CONTACT, SALES, "c");

        assertThat(said(play)).containsExactly("contact " + SALES + " c ann 0", "number " + SALES + " ann active 0");
        play.met(EncounterKind.CONTACT, CARE, "unowned");
        assertThat(play.lastTold()).isEmpty();
    }

    @Test
    void aNewMembershipIsToldAndOwnsNothingOfTheOldOne() {
        Play play = new Play()
                .given(contactOwner("c", "ann"))
                .met(EncounterKind.CONTACT, SALES, "c")
                .given(removed("ann"), member("ann", Role.MEMBER, true));

        assertThat(said(play)).contains("number " + SALES + " ann active 1 returning");
        play.met(EncounterKind.CONTACT, CARE, "c");
        assertThat(play.lastTold()).isEmpty();
    }

    @Test
    void whoBecomesActiveAgainIsShownOnceTheirNumbersHaveAnswered() {
        Play play = new Play()
                .given(assigned(SALES, "ann"), member("ann", Role.MEMBER, false), member("ann", Role.MEMBER, true));

        assertThat(said(play)).containsExactly("number " + SALES + " ann active 0 returning", "user ann");
        play.met(EncounterKind.RETURNED, SALES, "ann");
        assertThat(said(play)).containsExactly("row ann true");
    }

    @Test
    void whoIsDeactivatedAgainMeanwhileIsNotShown() {
        Play play = new Play()
                .given(assigned(SALES, "ann"), member("ann", Role.MEMBER, false), member("ann", Role.MEMBER, true))
                .given(member("ann", Role.MEMBER, false))
                .met(EncounterKind.RETURNED, SALES, "ann");

        assertThat(play.lastTold()).isEmpty();
        assertThat(play.image().member("ann")).get().returns(false, DirectoryMember::shown);
    }

    @Test
    void aCrowdOfStrangersLeavesRoomForAssignments() {
        DirectoryNumber crowded = DirectoryNumber.UNUSED.knowing(
                IntStream.range(0, LimitRules.MAX_USERS).mapToObj(i -> "s" + i).toList());

        assertThat(LimitRules.roomForAcquaintance(crowded)).isFalse();
        assertThat(LimitRules.refusalOfCrowd(SALES, crowded)).isEmpty();
        DirectoryLine granted = DirectoryLine.NEW.with(new Permissions(false, false, true));
        assertThat(LimitRules.roomForAcquaintance(crowded.with("s0", granted))).isTrue();
    }

    @Test
    void manyNumbersAreToldInSlicesAndFewAtOnce() {
        Play play = new Play();
        for (int number = 0; number < 16; number++) {
            play.given(number("9" + number + "0", null));
        }
        DirectoryDelta few = policyPut(play);
        assertThat(AnnouncementRules.ofChange(few).later()).isEmpty();
        assertThat(AnnouncementRules.ofChange(few).now()).hasSize(16);

        DirectoryDelta many = policyPut(play.given(number("9990", null)));
        assertThat(AnnouncementRules.ofChange(many).later()).hasSize(17);
        assertThat(AnnouncementRules.ofChange(many).now()).isEmpty();
        assertThat(AnnouncementRules.ofChange(many).numbers()).hasSize(17);
    }

    private static DirectoryDelta policyPut(Play play) {
        DirectoryDelta delta = DirectoryDelta.ofChange(play.image());
        delta.put(new Effect.PolicyPut(standard().setGrantTexting(false).build()));
        return delta;
    }

    private static List<String> said(Play play) {
        return play.lastTold().stream().map(EncounterRulesTest::said).toList();
    }

    private static String said(Announcement announcement) {
        if (announcement instanceof Announcement.OfNumber number) {
            NumberAccess access = number.access();
            return "number " + access.getNumber()
                    + String.join(
                            "",
                            access.getUsers().stream()
                                    .map(user -> said(user, access))
                                    .toList());
        }
        if (announcement instanceof Announcement.OfContact contact) {
            ContactAccess access = contact.access();
            return "contact " + access.getNumber() + " " + access.getContactId() + " " + access.getOwnerId() + " "
                    + access.getMembership();
        }
        if (announcement instanceof Announcement.OfUser user) {
            return "user " + user.access().getUserId();
        }
        Announcement.OfUserRow row = (Announcement.OfUserRow) announcement;
        return "row " + row.userId() + " " + row.row().getUser().getActive();
    }

    private static String said(NumberUser user, NumberAccess access) {
        return " " + user.getUserId() + (user.getActive() ? " active " : " inactive ") + user.getMembership()
                + (access.getReturning().contains(user.getUserId()) ? " returning" : "");
    }
}
