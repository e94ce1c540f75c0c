package dev.partyline.topology.query.explain;

import static dev.partyline.topology.query.check.Cases.access;
import static dev.partyline.topology.query.check.Cases.call;
import static dev.partyline.topology.query.check.Cases.member;
import static dev.partyline.topology.query.check.Cases.missed;
import static dev.partyline.topology.query.check.Cases.policy;
import static dev.partyline.topology.query.check.Cases.text;
import static dev.partyline.topology.query.check.Cases.user;
import static dev.partyline.topology.query.check.Cases.viewing;
import static dev.partyline.topology.query.check.Cases.voicemail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Assigners;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.Policy;
import dev.partyline.schema.Role;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.query.check.Cases;
import dev.partyline.topology.query.check.RandomViewings;
import dev.partyline.topology.query.check.SharingRule;
import dev.partyline.topology.query.check.Standing;
import dev.partyline.topology.query.check.Viewing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What would have to change, and who may change it. Ana is assigned since 100, Ben was in [50, 100); it began at 150. */
class RemedyRulesTest {
    private static final Deciders DECIDERS =
            new Deciders(List.of("mia", "olga"), List.of("adam", "olga"), List.of("olga"));
    private static final NumberAccess LINE =
            access(Cases.DEFAULT, user("ana", 100), user("ben", 50, 100), user("cleo"));
    private static final Policy FROM_ASSIGNMENT = policy(policy -> policy.setHistory(HistoryPolicy.FROM_ASSIGNMENT));
    private static final int CASES = 3_000;

    @Test
    void aMissingAssignmentIsNamedWithWhoMayGrantIt() {
        assertThat(remedies(viewing(member("cleo"), missed(), LINE)))
                .containsExactly(new Remedy(
                        "UserAssigned",
                        "assign cleo to +12125550100",
                        "an active OWNER or ADMIN",
                        List.of("mia", "olga")));
    }

    @Test
    void whereMembersAssignAnyOfThemMayGrantIt() {
        Standing cleo = member("cleo", policy(policy -> policy.setAssigners(Assigners.MEMBERS)));
        assertThat(remedies(viewing(cleo, missed(), LINE)))
                .extracting(Remedy::needs)
                .containsExactly("any active member");
    }

    @Test
    void aFullNumberIsNamed() {
        NumberAccess full = access(policy(policy -> policy.setMaxUsersPerNumber(1)), user("ana", 100));
        assertThat(remedies(viewing(member("cleo"), missed(), full)))
                .extracting(Remedy::words)
                .containsExactly(
                        "assign cleo to +12125550100 (it has the 1 that its policy allows: unassign one first)");
    }

    @Test
    void aHiddenCallNeedsAPolicyOrItsHandlersAssignedThen() {
        TelephonyRecord mixed = call(Direction.INBOUND, CallStatus.COMPLETED, "ana", "ben");
        NumberAccess access = access(Cases.DEFAULT, user("ana", 100), user("ben", 50, 100), user("fay", 100));
        assertThat(remedies(viewing(member("fay"), mixed, access)))
                .containsExactly(
                        new Remedy(
                                "NumberPolicySet",
                                "set mixedCalls to SHOW in the policy of +12125550100",
                                "an active OWNER or ADMIN",
                                List.of("adam", "olga")),
                        new Remedy(
                                "UserAssigned",
                                "assign ben to +12125550100, with occurredAt 1970-01-01T00:00:00.150Z or before",
                                "an active OWNER or ADMIN",
                                List.of("mia", "olga")));
    }

    @Test
    void whoHasBeenAssignedSinceCannotBeAssignedForThen() {
        NumberAccess access = access(Cases.DEFAULT, user("ana", 100), user("ben", 160));
        assertThat(remedies(viewing(member("ana"), text(Direction.OUTBOUND, "ben"), access)))
                .isEmpty();
    }

    @Test
    void whoeverOwnsTheContactSeesIt() {
        TelephonyRecord hidden = Cases.of(call(Direction.OUTBOUND, CallStatus.COMPLETED, "ben"), "k1");
        assertThat(remedies(viewing(member("cleo"), hidden, LINE)))
                .extracting(Remedy::change)
                .containsExactly("ContactOwnerSet", "UserAssigned + UserAssigned");
    }

    @Test
    void aRecordBeforeTheAssignmentNeedsAnotherPolicy() {
        NumberAccess access = access(FROM_ASSIGNMENT, user("fay", 160));
        assertThat(remedies(viewing(member("fay"), missed(), access)))
                .extracting(Remedy::words)
                .containsExactly("set history to ALL in the policy of +12125550100");
    }

    @Test
    void whereHistoryBeginsWithTheAssignmentItIsToBeDatedBack() {
        NumberAccess access = access(FROM_ASSIGNMENT, user("ana", 100));
        assertThat(remedies(viewing(member("cleo"), missed(), access)))
                .extracting(Remedy::words)
                .containsExactly(
                        "assign cleo to +12125550100, with occurredAt 1970-01-01T00:00:00.150Z or before",
                        "assign cleo to +12125550100; then set history to ALL in the policy of +12125550100");
    }

    @Test
    void aVoicemailInAnothersInboxWouldHaveToBeMoved() {
        assertThat(remedies(viewing(member("ana"), voicemail("ben"), LINE)))
                .containsExactly(new Remedy(
                        "TelephonyRecord",
                        "move the voicemail to the number's default inbox",
                        "the telephony system that publishes the record",
                        List.of()));
        assertThat(remedies(viewing(member("cleo"), voicemail("ben"), LINE)))
                .extracting(Remedy::change)
                .containsExactly("UserAssigned + TelephonyRecord");
    }

    @Test
    void whoIsInactiveMustBecomeActiveFirst() {
        assertThat(remedies(viewing(Cases.inactive("ana", Role.MEMBER), missed(), LINE)))
                .containsExactly(new Remedy(
                        "MemberSet",
                        "set active to true for ana",
                        "an active OWNER or ADMIN",
                        List.of("adam", "olga")));
        assertThat(remedies(viewing(Cases.inactive("ana", Role.OWNER), missed(), LINE)))
                .extracting(Remedy::needs)
                .containsExactly("an active OWNER");
        assertThat(remedies(viewing(Cases.removed("cleo"), missed(), LINE)))
                .extracting(Remedy::change)
                .containsExactly("MemberSet + UserAssigned");
    }

    @Test
    void whomAManagedDirectoryDoesNotKnowMustBecomeAMember() {
        Policy managed = policy(policy -> policy.setDirectory(DirectoryMode.MANAGED));
        assertThat(remedies(viewing(Cases.unknown("zoe", managed), missed(), LINE)))
                .extracting(Remedy::change)
                .containsExactly("MemberSet + UserAssigned");
    }

    @Test
    void nothingBringsBackWhatIsErasedAndNothingHelpsWhoSees() {
        assertThat(remedies(viewing(member("ana"), Cases.erased(), LINE))).isEmpty();
        assertThat(remedies(viewing(member("ana"), missed(), LINE))).isEmpty();
    }

    @Test
    void whomTheNumberHasYetToLearnOfCanOnlyWait() {
        assertThat(remedies(viewing(member("dan"), text(Direction.OUTBOUND, "dan"), LINE)))
                .isEmpty();
    }

    /** Of a voicemail alone, or of what somebody handled who has been assigned since, can there be no way. */
    @Test
    void thereIsAWayForEveryoneToEveryRecordThatOneCouldBeSharedWith() {
        RandomViewings random = RandomViewings.seeded();
        int ways = 0;
        for (int i = 0; i < CASES; i++) {
            Viewing viewing = random.next();
            List<Remedy> remedies = remedies(viewing);
            boolean sees = !viewing.reasons().isEmpty();
            boolean waits =
                    viewing.standing().active() && !viewing.reasonsIfActive().isEmpty();
            if (sees || waits || SharingRule.of(viewing.record()).isEmpty()) {
                assertThat(remedies).as("%s", viewing).isEmpty();
            } else if (viewing.shared() || viewing.record().getVoicemail() != null) {
                assertThat(remedies).as("%s", viewing).isNotEmpty();
                ways += remedies.size();
            }
            assertThat(remedies).doesNotHaveDuplicates();
        }
        assertThat(ways).isGreaterThan(CASES / 10);
    }

    private static List<Remedy> remedies(Viewing viewing) {
        return RemedyRules.remedies(viewing, DECIDERS);
    }
}
