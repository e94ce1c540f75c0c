package dev.partyline.topology.query.check;

import static dev.partyline.topology.query.check.Cases.access;
import static dev.partyline.topology.query.check.Cases.member;
import static dev.partyline.topology.query.check.Cases.policy;
import static dev.partyline.topology.query.check.Cases.routed;
import static dev.partyline.topology.query.check.Cases.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.partyline.schema.Assigners;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.Policy;
import dev.partyline.schema.RingingPolicy;
import dev.partyline.schema.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** DESIGN 4, the actions that can be asked about: every combination of what each of them looks at. */
class CheckRulesTest {
    private static final Policy MANAGED = policy(policy -> policy.setDirectory(DirectoryMode.MANAGED));
    private static final Policy MEMBERS_ASSIGN = policy(policy -> policy.setAssigners(Assigners.MEMBERS));

    @ParameterizedTest
    @CsvSource({"true, ASSIGNED", "false, NOT_ASSIGNED"})
    void viewRecords(boolean assigned, CheckRule rule) {
        NumberUser.Builder ana =
                assigned ? user("ana", 100) : user("ana", 50, 100).setCallerId(true);
        assertThat(ask(Action.VIEW_RECORDS, routed(access(Cases.DEFAULT, ana), "ana")))
                .isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, CALLING",
        "true, true, false, CALLING",
        "true, false, true, CALLER_ID",
        "true, false, false, NO_CALLING",
        "false, true, true, CALLER_ID",
        "false, true, false, NOT_ASSIGNED",
        "false, false, true, CALLER_ID",
        "false, false, false, NOT_ASSIGNED"
    })
    void placeCall(boolean assigned, boolean calling, boolean callerId, CheckRule rule) {
        NumberUser.Builder ana = assigned ? user("ana", 100) : user("ana", 50, 100);
        assertThat(ask(
                        Action.PLACE_CALL,
                        access(Cases.DEFAULT, ana.setCalling(calling).setCallerId(callerId))))
                .isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, TEXTING",
        "true, true, false, TEXTING",
        "true, false, true, NO_TEXTING",
        "true, false, false, NO_TEXTING",
        "false, true, true, NOT_ASSIGNED",
        "false, true, false, NOT_ASSIGNED",
        "false, false, true, NOT_ASSIGNED",
        "false, false, false, NOT_ASSIGNED"
    })
    void sendText(boolean assigned, boolean texting, boolean callerId, CheckRule rule) {
        NumberUser.Builder ana = assigned ? user("ana", 100) : user("ana", 50, 100);
        assertThat(ask(
                        Action.SEND_TEXT,
                        access(Cases.DEFAULT, ana.setTexting(texting).setCallerId(callerId))))
                .isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        // ringing, assigned, routed, another's assignment, rule
        "ROUTED, true, true, none, ROUTED",
        "ROUTED, true, true, active, ROUTED",
        "ROUTED, true, true, inactive, ROUTED",
        "ROUTED, true, false, none, NOT_ROUTED",
        "ROUTED, true, false, active, NOT_ROUTED",
        "ROUTED, true, false, inactive, NOT_ROUTED",
        "ROUTED, false, true, none, ROUTED",
        "ROUTED, false, true, active, ROUTED",
        "ROUTED, false, true, inactive, ROUTED",
        "ROUTED, false, false, none, NOT_ROUTED",
        "ROUTED, false, false, active, NOT_ROUTED",
        "ROUTED, false, false, inactive, NOT_ROUTED",
        "ASSIGNED_FIRST, true, true, none, ASSIGNED_FIRST",
        "ASSIGNED_FIRST, true, true, active, ASSIGNED_FIRST",
        "ASSIGNED_FIRST, true, true, inactive, ASSIGNED_FIRST",
        "ASSIGNED_FIRST, true, false, none, ASSIGNED_FIRST",
        "ASSIGNED_FIRST, true, false, active, ASSIGNED_FIRST",
        "ASSIGNED_FIRST, true, false, inactive, ASSIGNED_FIRST",
        "ASSIGNED_FIRST, false, true, none, ROUTED",
        "ASSIGNED_FIRST, false, true, active, OTHERS_ASSIGNED",
        "ASSIGNED_FIRST, false, true, inactive, ROUTED",
        "ASSIGNED_FIRST, false, false, none, NOT_ROUTED",
        "ASSIGNED_FIRST, false, false, active, OTHERS_ASSIGNED",
        "ASSIGNED_FIRST, false, false, inactive, NOT_ROUTED",
        "UNKNOWN, true, true, none, NOT_ROUTED",
        "UNKNOWN, false, true, active, NOT_ROUTED"
    })
    void receiveCall(RingingPolicy ringing, boolean assigned, boolean routed, String other, CheckRule rule) {
        NumberUser.Builder ana = assigned ? user("ana", 100) : user("ana", 50, 100);
        NumberUser.Builder ben = other.equals("none") ? user("ben", 50, 100) : user("ben", 100);
        NumberAccess access =
                access(policy(policy -> policy.setRinging(ringing)), ana, ben.setActive(!other.equals("inactive")));
        assertThat(ask(Action.RECEIVE_CALL, routed ? routed(access, "ana") : access))
                .isEqualTo(rule);
    }

    @Test
    void whoeverRingsAloneIsNamedUpToThree() {
        Policy assignedFirst = policy(policy -> policy.setRinging(RingingPolicy.ASSIGNED_FIRST));
        String one = CheckRules.onNumber(
                        Action.RECEIVE_CALL, member("ana"), access(assignedFirst, user("ana"), user("ben", 1)))
                .because();
        assertThat(one).isEqualTo("ringing is ASSIGNED_FIRST, and ben is assigned to +12125550100, not ana");
        NumberUser.Builder[] users = Stream.of("b", "c", "d", "e", "f")
                .map(userId -> user(userId, 1))
                .toArray(NumberUser.Builder[]::new);
        assertThat(CheckRules.onNumber(Action.RECEIVE_CALL, member("ana"), access(assignedFirst, users))
                        .because())
                .contains("b, c, d and 2 more are assigned");
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, ADMINS, true, ADMIN_ASSIGNS",
        "OWNER, MEMBERS, true, ADMIN_ASSIGNS",
        "ADMIN, ADMINS, true, ADMIN_ASSIGNS",
        "ADMIN, MEMBERS, true, ADMIN_ASSIGNS",
        "MEMBER, ADMINS, false, NOT_AN_ASSIGNER",
        "MEMBER, MEMBERS, true, MEMBER_ASSIGNS"
    })
    void assign(Role role, Assigners assigners, boolean may, CheckRule rule) {
        Member ana = new Member("ana", null, role, true, false);
        Standing standing =
                new Standing("ana", Optional.of(ana), may, policy(policy -> policy.setAssigners(assigners)));
        assertThat(CheckRules.assign(standing).rule()).isEqualTo(rule);
    }

    @Test
    void onlyMembersAssignWhateverTheDirectoryIs() {
        assertThat(CheckRules.assign(Cases.unknown("zoe", MEMBERS_ASSIGN)).rule())
                .isEqualTo(CheckRule.UNKNOWN_MEMBER);
        assertThat(CheckRules.assign(Cases.unknown("zoe", MANAGED)).rule()).isEqualTo(CheckRule.UNKNOWN_MEMBER);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ASSIGN", "VIEW_RECORD"})
    void whoIsInactiveMayNothing(Action action) {
        NumberAccess all =
                routed(access(Cases.DEFAULT, user("ana", 1).setCalling(true).setTexting(true)), "ana");
        assertThat(rule(action, Cases.inactive("ana", Role.OWNER), all)).isEqualTo(CheckRule.INACTIVE);
        assertThat(rule(action, Cases.removed("ana"), all)).isEqualTo(CheckRule.INACTIVE);
        assertThat(rule(action, Cases.unknown("ana", MANAGED), all)).isEqualTo(CheckRule.UNKNOWN_MEMBER);
        assertThat(rule(action, member("ana"), all).allows()).isTrue();
        NumberAccess told = access(Cases.DEFAULT, user("ana", 1).setActive(false));
        assertThat(rule(action, member("ana"), told)).isEqualTo(CheckRule.INACTIVE);
    }

    @Test
    void whoIsInactiveAssignsNobody() {
        assertThat(CheckRules.assign(Cases.inactive("ana", Role.OWNER)).rule()).isEqualTo(CheckRule.INACTIVE);
        assertThat(CheckRules.assign(Cases.removed("ana")).rule()).isEqualTo(CheckRule.INACTIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "VIEW_RECORDS, NOT_ASSIGNED",
        "PLACE_CALL, NOT_ASSIGNED",
        "SEND_TEXT, NOT_ASSIGNED",
        "RECEIVE_CALL, NOT_ROUTED"
    })
    void whomOpenDoesNotKnowCountsAsActiveAndHasNoLine(Action action, CheckRule rule) {
        assertThat(rule(action, Cases.unknown("zoe", Cases.DEFAULT), access(Cases.DEFAULT, user("ana", 1))))
                .isEqualTo(rule);
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSIGN", "VIEW_RECORD"})
    void whatIsNotAboutANumberIsNoQuestionAboutOne(Action action) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckRules.onNumber(action, member("ana"), access(Cases.DEFAULT)));
    }

    @ParameterizedTest
    @MethodSource
    void aQuestionIsAboutWhatItsActionIsAbout(Action action) {
        Optional<RecordKey> record = Optional.of(new RecordKey(Cases.NUMBER, Cases.at(1), "r"));
        Optional<String> number = Optional.of(Cases.NUMBER);
        boolean ofRecord = action == Action.VIEW_RECORD;
        assertThatIllegalArgumentException().isThrownBy(() -> new Check("ana", action, number, record));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Check(
                        "ana", action, ofRecord ? number : Optional.empty(), ofRecord ? Optional.empty() : record));
    }

    static Stream<Action> aQuestionIsAboutWhatItsActionIsAbout() {
        return Arrays.stream(Action.values());
    }

    private static CheckRule ask(Action action, NumberAccess access) {
        return rule(action, member("ana"), access);
    }

    private static CheckRule rule(Action action, Standing standing, NumberAccess access) {
        CheckAnswer answer = CheckRules.onNumber(action, standing, access);
        assertThat(answer.because()).contains(standing.userId());
        return answer.rule();
    }
}
