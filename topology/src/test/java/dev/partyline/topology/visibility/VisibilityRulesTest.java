package dev.partyline.topology.visibility;

import static dev.partyline.topology.visibility.Samples.access;
import static dev.partyline.topology.visibility.Samples.answered;
import static dev.partyline.topology.visibility.Samples.call;
import static dev.partyline.topology.visibility.Samples.erased;
import static dev.partyline.topology.visibility.Samples.missed;
import static dev.partyline.topology.visibility.Samples.policy;
import static dev.partyline.topology.visibility.Samples.text;
import static dev.partyline.topology.visibility.Samples.user;
import static dev.partyline.topology.visibility.Samples.voicemail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.MixedCallsPolicy;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.TelephonyRecord;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * DESIGN 3, row by row. Ana is assigned since 100, Ben was assigned in [100, 200), Cleo was merely met, nobody knows Eve;
 * the records began at 150 or at 250.
 */
class VisibilityRulesTest {
    private static final NumberUser ANA = user("ana", 100);
    private static final NumberUser BEN = user("ben", 100, 200);
    private static final NumberUser CLEO = user("cleo");

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void underTheDefaultPolicy(String rule, TelephonyRecord record, String seenBy) {
        assertThat(seen(record, access(1, ANA, BEN, CLEO))).isEqualTo(seenBy);
    }

    static Stream<Arguments> underTheDefaultPolicy() {
        return Stream.of(
                row("V1 inbound message", text("m", 150, Direction.INBOUND, null), "ana [ASSIGNEE]"),
                row("V2 from the system", text("m", 150, Direction.OUTBOUND, null), "ana [ASSIGNEE]"),
                row(
                        "V2 sender assigned then",
                        text("m", 150, Direction.OUTBOUND, "ben"),
                        "ana [ASSIGNEE], ben [PARTICIPANT]"),
                row("V2 sender assigned no more", text("m", 250, Direction.OUTBOUND, "ben"), "ben [PARTICIPANT]"),
                row(
                        "V2 at the very beginning",
                        text("m", 100, Direction.OUTBOUND, "ben"),
                        "ana [ASSIGNEE], ben [PARTICIPANT]"),
                row("V2 at the very end", text("m", 200, Direction.OUTBOUND, "ben"), "ben [PARTICIPANT]"),
                row("V2 several reasons", text("m", 150, Direction.OUTBOUND, "ana"), "ana [ASSIGNEE, PARTICIPANT]"),
                row("V3 missed", missed("c", 150), "ana [ASSIGNEE]"),
                row("V3 VXT-4 rang the unassigned", missed("c", 250, "cleo"), "ana [ASSIGNEE], cleo [PARTICIPANT]"),
                row(
                        "V4 not missed but failed",
                        call("c", 150, Direction.INBOUND, CallStatus.FAILED, "cleo"),
                        "cleo [PARTICIPANT]"),
                row(
                        "V4 outbound and not answered",
                        call("c", 150, Direction.OUTBOUND, CallStatus.MISSED, "cleo"),
                        "cleo [PARTICIPANT]"),
                row("V4 nobody took part", call("c", 150, Direction.INBOUND, CallStatus.RINGING), "ana [ASSIGNEE]"),
                row(
                        "V4 all were assigned",
                        answered("c", 150, "ana", "ben"),
                        "ana [ASSIGNEE, PARTICIPANT], ben [PARTICIPANT]"),
                row(
                        "V4 VXT-10 one was not",
                        answered("c", 150, "ana", "cleo"),
                        "ana [PARTICIPANT], cleo [PARTICIPANT]"),
                row(
                        "V4 VXT-11 outbound-only",
                        call("c", 250, Direction.OUTBOUND, CallStatus.COMPLETED, "ben"),
                        "ben [PARTICIPANT]"),
                row("V5 default inbox", voicemail("v", 150, null), "ana [ASSIGNEE]"),
                row("V5 another's inbox", voicemail("v", 150, "cleo"), "cleo [INBOX]"),
                row("erased", erased("e", 150), ""));
    }

    @Test
    void mixedCallsShowWhenThePolicySaysSo() {
        NumberAccess show = access(1, policy(HistoryPolicy.ALL, MixedCallsPolicy.SHOW), ANA, BEN, CLEO);

        assertThat(seen(answered("c", 150, "ben", "cleo"), show))
                .isEqualTo("ana [ASSIGNEE], ben [PARTICIPANT], cleo [PARTICIPANT]");
        assertThat(seen(answered("c", 250, "ben", "cleo"), show)).isEqualTo("ben [PARTICIPANT], cleo [PARTICIPANT]");
    }

    @Test
    void historyFromAssignmentBeginsWithTheOpenAssignment() {
        NumberUser again = user("dora", 100, 200, 220);
        NumberAccess recent = access(1, policy(HistoryPolicy.FROM_ASSIGNMENT, MixedCallsPolicy.HIDE), ANA, again);

        assertThat(seen(missed("c", 150), recent)).isEqualTo("ana [ASSIGNEE]");
        assertThat(seen(missed("c", 220), recent)).isEqualTo("ana [ASSIGNEE], dora [ASSIGNEE]");
        assertThat(seen(missed("c", 99), recent)).isEmpty();
    }

    @Test
    void anInactiveMemberSeesNothingForAnyReason() {
        NumberAccess inactive = access(1, user("ana", false, 100), user("ben", 100));

        assertThat(seen(answered("c", 150, "ana"), inactive)).isEqualTo("ben [ASSIGNEE]");
        assertThat(seen(voicemail("v", 150, "ana"), inactive)).isEmpty();
    }

    @Test
    void policiesThatThisEngineDoesNotKnowFailClosed() {
        NumberAccess unknown = access(1, policy(HistoryPolicy.UNKNOWN, MixedCallsPolicy.UNKNOWN), ANA, CLEO);

        assertThat(seen(missed("c", 50), unknown)).isEmpty();
        assertThat(seen(answered("c", 150, "ana", "cleo"), unknown)).isEqualTo("ana [PARTICIPANT], cleo [PARTICIPANT]");
    }

    @Test
    void whomTheNumberDoesNotKnowSeesNothingYetAndIsAStranger() {
        Access access = Access.of(1, access(1, ANA));
        TelephonyRecord call = answered("c", 150, "ana", "eve");

        assertThat(seen(call, access(1, ANA))).isEqualTo("ana [PARTICIPANT]");
        assertThat(VisibilityRules.strangers(call, access, ContactOwner.NOBODY)).containsExactly("eve");
        assertThat(VisibilityRules.strangers(voicemail("v", 150, "eve"), access, ContactOwner.NOBODY))
                .containsExactly("eve");
        assertThat(VisibilityRules.strangers(missed("c", 150), access, new ContactOwner("eve", 0)))
                .containsExactly("eve");
        assertThat(VisibilityRules.strangers(erased("c", 150), access, new ContactOwner("eve", 0)))
                .isEmpty();
        assertThat(VisibilityRules.visible(call, Access.none(), ContactOwner.NOBODY))
                .isEmpty();
    }

    @Test
    void ghl8TheContactsOwnerSeesItsRecordsSharedOrNot() {
        ContactOwner cleo = new ContactOwner("cleo", 0);

        assertThat(seen(missed("c", 150), access(1, ANA, CLEO), cleo))
                .isEqualTo("ana [ASSIGNEE], cleo [CONTACT_OWNER]");
        assertThat(seen(answered("c", 250, "ben"), access(1, ANA, BEN, CLEO), cleo))
                .isEqualTo("ben [PARTICIPANT], cleo [CONTACT_OWNER]");
        assertThat(seen(voicemail("v", 150, null), access(1, ANA, CLEO), cleo))
                .isEqualTo("ana [ASSIGNEE], cleo [CONTACT_OWNER]");
        assertThat(seen(voicemail("v", 150, "cleo"), access(1, ANA, CLEO), cleo))
                .isEqualTo("cleo [INBOX, CONTACT_OWNER]");
        assertThat(seen(voicemail("v", 150, "ben"), access(1, ANA, BEN, CLEO), cleo))
                .as("no voicemail in another user's inbox")
                .isEqualTo("ben [INBOX]");
        assertThat(seen(erased("e", 150), access(1, ANA, CLEO), cleo)).isEmpty();
    }

    @Test
    void anOwnerOfAnEarlierMembershipOwnsNothing() {
        NumberUser back = NumberUser.newBuilder(CLEO).setMembership(1).build();

        assertThat(seen(missed("c", 150), access(1, back), new ContactOwner("cleo", 0)))
                .isEmpty();
        assertThat(seen(missed("c", 150), access(1, back), new ContactOwner("cleo", 1)))
                .isEqualTo("cleo [CONTACT_OWNER]");
        assertThat(seen(missed("c", 150), access(1, user("cleo", false)), new ContactOwner("cleo", 0)))
                .as("nor does an inactive one see it")
                .isEmpty();
    }

    private static String seen(TelephonyRecord record, NumberAccess access) {
        return seen(record, access, ContactOwner.NOBODY);
    }

    private static String seen(TelephonyRecord record, NumberAccess access, ContactOwner owner) {
        Map<String, Reasons> visible = new TreeMap<>(VisibilityRules.visible(record, Access.of(1, access), owner));
        return String.join(
                ", ",
                visible.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
    }

    private static Arguments row(String rule, TelephonyRecord record, String seenBy) {
        return Arguments.of(rule, record, seenBy);
    }
}
