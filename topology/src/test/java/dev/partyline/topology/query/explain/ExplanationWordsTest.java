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

import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.Role;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.query.check.Cases;
import dev.partyline.topology.query.check.Viewing;
import dev.partyline.topology.visibility.ContactOwner;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an explanation says to people, rule by rule. Ana asks; Ben is assigned, Dan is not; the record began at 150. */
class ExplanationWordsTest {
    private static final NumberAccess ACCESS = access(Cases.DEFAULT, user("ana", 100), user("ben", 100), user("dan"));
    private static final NumberAccess RECENT =
            access(policy(policy -> policy.setHistory(HistoryPolicy.FROM_ASSIGNMENT)), user("ana", 200));

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void eachRuleSaysWhyItHoldsOrNot(Rule rule, Viewing viewing, String because) {
        assertThat(tried(viewing, rule).because()).isEqualTo(because);
    }

    static Stream<Arguments> eachRuleSaysWhyItHoldsOrNot() {
        return Stream.of(
                row(Rule.V1, of(text(Direction.INBOUND, null)), "inbound messages are shared"),
                row(Rule.V2, of(text(Direction.OUTBOUND, null)), "the system sent it"),
                row(Rule.V2, of(text(Direction.OUTBOUND, "ben")), "its sender was assigned when it was sent"),
                row(Rule.V2, of(text(Direction.OUTBOUND, "dan")), "its sender was not assigned when it was sent"),
                row(Rule.V3, of(missed()), "missed inbound calls are shared, whoever they rang"),
                row(Rule.V4, of(answered()), "nobody of the workspace took part"),
                row(Rule.V4, of(answered("ben")), "enough of those who took part were assigned when it began"),
                row(Rule.V4, of(answered("dan")), "not enough of those who took part were assigned when it began"),
                row(Rule.V5, of(voicemail(null)), "it lies in the number's default inbox"),
                row(Rule.V5, of(voicemail("ben")), "it lies in the inbox of ben, whose alone it is"),
                row(Rule.ASSIGNEE, of(missed()), "the record is shared, and ana is assigned to +12125550100"),
                row(
                        Rule.ASSIGNEE,
                        viewing(member("dan"), answered("dan"), ACCESS),
                        "the record is not shared, and dan is not assigned to +12125550100"),
                row(
                        Rule.ASSIGNEE,
                        viewing(member("ana"), missed(), RECENT),
                        "ana is assigned since " + Cases.at(200) + ", after it began"),
                row(Rule.PARTICIPANT, of(answered("ana")), "ana is a handler of it"),
                row(Rule.PARTICIPANT, of(answered("ben")), "ana is no handler of it"),
                row(Rule.INBOX, of(voicemail(null)), "it lies in the number's default inbox"),
                row(Rule.INBOX, of(voicemail("ana")), "it lies in the inbox of ana"),
                row(Rule.INBOX, of(missed()), "it is no voicemail"),
                row(Rule.CONTACT_OWNER, of(missed()), "the record names no contact"),
                row(Rule.CONTACT_OWNER, owned(missed(), "ana", 0), "ana owns k1"),
                row(
                        Rule.CONTACT_OWNER,
                        owned(missed(), "ana", 7),
                        "ana owned k1 before being removed, and owns it no more"),
                row(
                        Rule.CONTACT_OWNER,
                        owned(voicemail("ben"), "ana", 0),
                        "ana owns k1, but the voicemail lies in another user's inbox"),
                row(
                        Rule.CONTACT_OWNER,
                        viewing(member("ana"), Cases.of(missed(), "k1"), ACCESS),
                        "nobody owns k1, as far as the number has been told"),
                row(Rule.ACTIVE, of(missed()), "ana counts as active"),
                row(
                        Rule.ACTIVE,
                        viewing(Cases.inactive("ana", Role.MEMBER), missed(), ACCESS),
                        "ana is inactive, and so sees nothing"),
                row(
                        Rule.ACTIVE,
                        viewing(member("zoe"), answered("zoe"), ACCESS),
                        "+12125550100 has not been told yet that zoe is active"));
    }

    @Test
    void whatTheDirectorySaysOfAMemberIsAFact() {
        assertThat(tried(of(missed()), Rule.ACTIVE).facts()).contains(Fact.of("in the directory", "active"));
        assertThat(tried(viewing(Cases.inactive("ana", Role.MEMBER), missed(), ACCESS), Rule.ACTIVE)
                        .facts())
                .contains(Fact.of("in the directory", "inactive"));
    }

    @Test
    void theSenderIsAFactAndWhetherTheyWereAssigned() {
        assertThat(tried(of(text(Direction.OUTBOUND, "ben")), Rule.V2).facts())
                .containsExactly(
                        Fact.of("direction", "OUTBOUND"),
                        Fact.of("sender (none: the system)", "ben"),
                        new Fact("ben was assigned when it was sent", true, Cases.at(100), null));
    }

    @Test
    void ofAVoicemailTheInboxIsTheOnlyFact() {
        assertThat(tried(of(voicemail("ben")), Rule.V5).facts())
                .containsExactly(Fact.of("inbox (none: the number's default inbox)", "ben"));
        assertThat(tried(of(voicemail("ben")), Rule.INBOX).facts())
                .containsExactly(Fact.of("inbox (none: the number's default inbox)", "ben"));
    }

    private static Viewing of(TelephonyRecord record) {
        return viewing(member("ana"), record, ACCESS);
    }

    private static Viewing owned(TelephonyRecord record, String owner, long membership) {
        return new Viewing(member("ana"), Cases.of(record, "k1"), ACCESS, new ContactOwner(owner, membership));
    }

    private static TelephonyRecord answered(String... handlers) {
        return call(Direction.INBOUND, CallStatus.COMPLETED, handlers);
    }

    private static RuleTried tried(Viewing viewing, Rule rule) {
        Deciders nobody = new Deciders(List.of(), List.of(), List.of());
        return ExplainRules.explain(viewing, nobody).rules().stream()
                .filter(tried -> tried.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    private static Arguments row(Rule rule, Viewing viewing, String because) {
        return Arguments.of(rule, viewing, because);
    }
}
