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
import dev.partyline.schema.MixedCallsPolicy;
import dev.partyline.schema.NumberAccess;
import dev.partyline.topology.query.check.Cases;
import dev.partyline.topology.query.check.CheckAnswer;
import dev.partyline.topology.query.check.RandomViewings;
import dev.partyline.topology.query.check.ViewRules;
import dev.partyline.topology.query.check.Viewing;
import dev.partyline.topology.visibility.ContactOwner;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every rule tried on a record, with its facts. The record began at 150. */
class ExplainRulesTest {
    private static final Deciders NOBODY = new Deciders(List.of(), List.of(), List.of());
    private static final int CASES = 5_000;

    @Test
    void eachRuleHoldsWhereAPlainReadingOfTheRecordSaysSo() {
        RandomViewings random = RandomViewings.seeded();
        Map<Rule, Integer> held = new TreeMap<>();
        for (int i = 0; i < CASES; i++) {
            Viewing viewing = random.next();
            Explanation explanation = ExplainRules.explain(viewing, NOBODY);
            assertThat(explanation.rules()).extracting(RuleTried::rule).containsExactly(Rule.values());
            assertThat(holding(explanation)).as("%s", viewing).isEqualTo(Reading.of(viewing));
            explanation.rules().forEach(tried -> held.merge(tried.rule(), tried.holds() ? 1 : 0, Integer::sum));
        }
        assertThat(held.values()).allMatch(times -> times > CASES / 100);
    }

    @Test
    void theUserSeesTheRecordWhenTheyAreActiveAndAReasonHolds() {
        RandomViewings random = RandomViewings.seeded();
        for (int i = 0; i < CASES; i++) {
            Viewing viewing = random.next();
            Explanation explanation = ExplainRules.explain(viewing, NOBODY);
            Map<Rule, Boolean> holds = holding(explanation);
            boolean reason = explanation.rules().subList(5, 9).stream().anyMatch(RuleTried::holds);
            assertThat(explanation.visible()).as("%s", viewing).isEqualTo(reason && isTrue(holds, Rule.ACTIVE));
            CheckAnswer answer = ViewRules.answer(viewing);
            assertThat(answer.allowed()).as("%s", viewing).isEqualTo(explanation.visible());
            assertThat(explanation.rules()).allMatch(tried -> tried.applies() || !tried.holds());
            long sharing = explanation.rules().subList(0, 5).stream()
                    .filter(RuleTried::applies)
                    .count();
            assertThat(sharing)
                    .isEqualTo(
                            viewing.record().getCall() == null
                                            && viewing.record().getMessage() == null
                                            && viewing.record().getVoicemail() == null
                                    ? 0
                                    : 1);
        }
    }

    @Test
    void assignmentsAreFactsWithTheirTimes() {
        NumberAccess access = access(
                Cases.DEFAULT,
                user("ana", 10, 20, 100),
                user("ben", 100, 160),
                user("cleo", 50, 100, 200, 300),
                user("dan"));
        RuleTried v4 = tried(
                viewing(
                        member("ana"),
                        call(Direction.INBOUND, CallStatus.COMPLETED, "ben", "cleo", "dan", "ben"),
                        access),
                Rule.V4);
        assertThat(v4.facts())
                .containsExactly(
                        Fact.of("direction", "INBOUND"),
                        Fact.of("status", "COMPLETED"),
                        Fact.of("participants", List.of("ben", "cleo", "dan")),
                        new Fact("ben was assigned when it began", true, Cases.at(100), Cases.at(160)),
                        new Fact("cleo was assigned when it began", false, Cases.at(100), Cases.at(200)),
                        new Fact("dan was assigned when it began", false, null, null),
                        Fact.of("policy mixedCalls", "HIDE"));
        RuleTried assignee = tried(viewing(member("ana"), missed(), access), Rule.ASSIGNEE);
        assertThat(assignee.facts())
                .containsExactly(
                        Fact.of("the record is shared", true),
                        new Fact("ana is assigned to +12125550100", true, Cases.at(100), null),
                        Fact.of("policy history", "ALL"),
                        Fact.of("it began", Cases.at(150)));
        RuleTried ended = tried(viewing(member("ben"), missed(), access), Rule.ASSIGNEE);
        assertThat(ended.facts()).contains(new Fact("ben is assigned to +12125550100", false, Cases.at(160), null));
        assertThat(ended.because()).isEqualTo("ben is not assigned to +12125550100");
    }

    @Test
    void aRuleThatIsAboutOtherRecordsSaysWhatItIsAbout() {
        RuleTried v1 = tried(viewing(member("ana"), voicemail("ben"), access(Cases.DEFAULT)), Rule.V1);
        assertThat(v1)
                .isEqualTo(RuleTried.notAbout(
                        Rule.V1, "it is about inbound messages; this is a voicemail in the inbox of ben"));
    }

    @Test
    void theOwnerOfAContactIsAFact() {
        Viewing viewing = new Viewing(
                member("ana"),
                Cases.of(text(Direction.OUTBOUND, "ben"), "k1"),
                access(Cases.DEFAULT, user("cleo").setMembership(1)),
                new ContactOwner("cleo", 1));
        RuleTried owner = tried(viewing, Rule.CONTACT_OWNER);
        assertThat(owner.holds()).isFalse();
        assertThat(owner.because()).isEqualTo("k1 is owned by cleo");
        assertThat(owner.facts()).contains(Fact.of("owner of the contact (none: nobody)", "cleo"));
    }

    @Test
    void mixedCallsFollowThePolicyThatIsAFact() {
        NumberAccess access = access(
                policy(policy -> policy.setMixedCalls(MixedCallsPolicy.SHOW)), user("ana", 100), user("ben", 100));
        RuleTried v4 = tried(
                viewing(member("ana"), call(Direction.INBOUND, CallStatus.COMPLETED, "ben", "dan"), access), Rule.V4);
        assertThat(v4.holds()).isTrue();
        assertThat(v4.facts()).contains(Fact.of("policy mixedCalls", "SHOW"));
    }

    @Test
    void theDirectorysWordIsAFact() {
        NumberAccess access = access(Cases.DEFAULT, user("ana", 100));
        RuleTried removed = tried(viewing(Cases.removed("ana"), missed(), access), Rule.ACTIVE);
        assertThat(removed.holds()).isFalse();
        assertThat(removed.because()).isEqualTo("ana is removed, and so sees nothing");
        assertThat(removed.facts())
                .containsExactly(
                        Fact.of("in the directory", "removed"),
                        Fact.of("policy directory", "OPEN"),
                        Fact.of("the number knows ana", true),
                        Fact.of("active, as the number was told", true));
        RuleTried unknown = tried(viewing(Cases.unknown("zoe", Cases.DEFAULT), missed(), access), Rule.ACTIVE);
        assertThat(unknown.holds()).isTrue();
        assertThat(unknown.facts())
                .containsExactly(
                        Fact.of("in the directory", "unknown"),
                        Fact.of("policy directory", "OPEN"),
                        Fact.of("the number knows zoe", false),
                        new Fact("active, as the number was told", null, null, null));
    }

    private static RuleTried tried(Viewing viewing, Rule rule) {
        return ExplainRules.explain(viewing, NOBODY).rules().stream()
                .filter(tried -> tried.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    private static Map<Rule, Boolean> holding(Explanation explanation) {
        return explanation.rules().stream().collect(Collectors.toMap(RuleTried::rule, RuleTried::holds));
    }

    private static boolean isTrue(Map<Rule, Boolean> holds, Rule rule) {
        return Objects.requireNonNull(holds.get(rule), () -> rule + " of " + Arrays.toString(Rule.values()));
    }
}
