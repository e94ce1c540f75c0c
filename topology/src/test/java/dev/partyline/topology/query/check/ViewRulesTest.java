package dev.partyline.topology.query.check;

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

import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.Policy;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.Role;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.visibility.ContactOwner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * VIEW_RECORD, rule by rule. Ana is assigned since 100, Fay since 160; Ben was in [50, 100); Cleo and Dan never. Dan the
 * number does not even know. Records began at 150.
 */
class ViewRulesTest {
    private static final Policy FROM_ASSIGNMENT = policy(policy -> policy.setHistory(HistoryPolicy.FROM_ASSIGNMENT));
    private static final Policy MANAGED = policy(policy -> policy.setDirectory(DirectoryMode.MANAGED));

    @ParameterizedTest(name = "{0} sees {1}: {2}")
    @MethodSource
    void underTheDefaultPolicy(String userId, TelephonyRecord record, CheckRule rule) {
        assertThat(rule(member(userId), record, number(Cases.DEFAULT))).isEqualTo(rule);
    }

    static Stream<Arguments> underTheDefaultPolicy() {
        TelephonyRecord outbound = call(Direction.OUTBOUND, CallStatus.COMPLETED, "ben");
        return Stream.of(
                Arguments.of("ana", missed(), CheckRule.ASSIGNEE),
                Arguments.of("fay", missed(), CheckRule.ASSIGNEE),
                Arguments.of("ben", missed(), CheckRule.NOT_ASSIGNED),
                Arguments.of("dan", missed(), CheckRule.NOT_ASSIGNED),
                Arguments.of("ana", text(Direction.INBOUND, null), CheckRule.ASSIGNEE),
                Arguments.of("ana", text(Direction.OUTBOUND, null), CheckRule.ASSIGNEE),
                Arguments.of("ana", text(Direction.OUTBOUND, "ana"), CheckRule.ASSIGNEE),
                Arguments.of("ana", text(Direction.OUTBOUND, "ben"), CheckRule.V2),
                Arguments.of("ben", text(Direction.OUTBOUND, "ben"), CheckRule.PARTICIPANT),
                Arguments.of("cleo", text(Direction.OUTBOUND, "ben"), CheckRule.NOT_ASSIGNED),
                Arguments.of("ana", outbound, CheckRule.V4),
                Arguments.of("ben", outbound, CheckRule.PARTICIPANT),
                Arguments.of("dan", call(Direction.INBOUND, CallStatus.COMPLETED, "dan"), CheckRule.UNKNOWN_MEMBER),
                Arguments.of("ana", voicemail(null), CheckRule.ASSIGNEE),
                Arguments.of("ana", voicemail("cleo"), CheckRule.V5),
                Arguments.of("cleo", voicemail("cleo"), CheckRule.INBOX),
                Arguments.of("ana", Cases.erased(), CheckRule.ERASED),
                Arguments.of("dan", Cases.erased(), CheckRule.ERASED));
    }

    @Test
    void theOwnerOfTheContactSeesTheRecordWhileTheMembershipLasts() {
        TelephonyRecord record = Cases.of(call(Direction.INBOUND, CallStatus.COMPLETED, "ben"), "k1");
        NumberAccess access = access(Cases.DEFAULT, user("cleo").setMembership(2));
        assertThat(ViewRules.answer(new Viewing(member("cleo"), record, access, new ContactOwner("cleo", 2)))
                        .rule())
                .isEqualTo(CheckRule.CONTACT_OWNER);
        assertThat(ViewRules.answer(new Viewing(member("cleo"), record, access, new ContactOwner("cleo", 1)))
                        .rule())
                .isEqualTo(CheckRule.NOT_ASSIGNED);
    }

    @Test
    void whatBeganBeforeTheAssignmentIsHiddenWhereThePolicySaysSo() {
        assertThat(rule(member("fay"), missed(), number(FROM_ASSIGNMENT))).isEqualTo(CheckRule.BEFORE_ASSIGNMENT);
        assertThat(rule(member("ana"), missed(), number(FROM_ASSIGNMENT))).isEqualTo(CheckRule.ASSIGNEE);
        assertThat(rule(member("fay"), voicemail("cleo"), number(FROM_ASSIGNMENT)))
                .isEqualTo(CheckRule.V5);
    }

    @Test
    void whoIsInactiveOrUnknownSeesNothingWhateverTheRecord() {
        TelephonyRecord own = call(Direction.INBOUND, CallStatus.COMPLETED, "ana");
        for (TelephonyRecord record : new TelephonyRecord[] {missed(), own, Cases.erased()}) {
            assertThat(rule(Cases.inactive("ana", Role.OWNER), record, number(Cases.DEFAULT)))
                    .isEqualTo(CheckRule.INACTIVE);
            assertThat(rule(Cases.removed("ana"), record, number(Cases.DEFAULT)))
                    .isEqualTo(CheckRule.INACTIVE);
            assertThat(rule(Cases.unknown("ana", MANAGED), record, number(Cases.DEFAULT)))
                    .isEqualTo(CheckRule.UNKNOWN_MEMBER);
            assertThat(rule(
                            member("ana"),
                            record,
                            access(Cases.DEFAULT, user("ana", 100).setActive(false))))
                    .isEqualTo(CheckRule.INACTIVE);
        }
    }

    @Test
    void ofARecordThatThereIsNotTheAnswerIsNo() {
        RecordKey key = new RecordKey(Cases.NUMBER, Cases.at(150), "r");
        assertThat(ViewRules.withoutRecord(member("ana"), key).rule()).isEqualTo(CheckRule.NO_SUCH_RECORD);
        assertThat(ViewRules.withoutRecord(Cases.removed("ana"), key).rule()).isEqualTo(CheckRule.INACTIVE);
        TelephonyRecord later = TelephonyRecord.newBuilder(Cases.erased())
                .setKind(RecordKind.UNKNOWN)
                .build();
        assertThat(rule(member("ana"), later, number(Cases.DEFAULT))).isEqualTo(CheckRule.NO_SUCH_RECORD);
    }

    @Test
    void whoIsNotAssignedLearnsAlsoThatTheRecordIsNotShared() {
        TelephonyRecord hidden = call(Direction.OUTBOUND, CallStatus.COMPLETED, "ben");
        assertThat(ViewRules.answer(viewing(member("cleo"), hidden, number(Cases.DEFAULT)))
                        .because())
                .isEqualTo("cleo is not assigned to +12125550100; and an outbound call is not shared: not all who took"
                        + " part were assigned when it began");
    }

    private static NumberAccess number(Policy policy) {
        return access(policy, user("ana", 100), user("ben", 50, 100), user("cleo"), user("fay", 160));
    }

    private static CheckRule rule(Standing standing, TelephonyRecord record, NumberAccess access) {
        Viewing viewing = viewing(standing, record, access);
        CheckAnswer answer = ViewRules.answer(viewing);
        assertThat(answer.allowed()).isEqualTo(!viewing.reasons().isEmpty());
        assertThat(answer.because()).isNotBlank();
        return answer.rule();
    }
}
