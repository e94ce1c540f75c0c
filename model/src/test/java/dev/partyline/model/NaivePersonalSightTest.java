package dev.partyline.model;

import static dev.partyline.model.Script.NUMBER;
import static dev.partyline.model.Script.WORKSPACE;
import static dev.partyline.model.Script.call;
import static dev.partyline.model.Script.text;
import static dev.partyline.model.Script.voicemail;
import static dev.partyline.model.Script.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.CallStatus;
import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.MemberRemoved;
import dev.partyline.schema.MixedCallsPolicy;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.Role;
import dev.partyline.schema.Routing;
import dev.partyline.schema.RoutingMode;
import dev.partyline.schema.UserAssigned;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What policies, contacts and standing do to sight, on cases worked out by hand from DESIGN 3. */
class NaivePersonalSightTest {
    private final Script script = new Script();

    @Test
    void fromTheirAssignmentOnlySeesWhatBeganSince() {
        script.policy(NaivePolicies.but().setHistory(HistoryPolicy.FROM_ASSIGNMENT));
        script.assign(10, "ana");
        script.unassign(20, "ana");
        script.change(40, 30L, new UserAssigned(NUMBER, "ana", null, null));
        script.record(text("old", 15, Direction.INBOUND, null));
        script.record(text("before", 29, Direction.INBOUND, null));
        script.record(text("at", 30, Direction.INBOUND, null));
        assertThat(script.seen()).containsExactly("ana at [ASSIGNEE]");
        assertThat(FeedText.granted(script.directory(), NUMBER, "ana")).endsWith("visibleFrom=30");

        script.now(new NumberPolicySet(NUMBER, NaivePolicies.DEFAULT));
        assertThat(script.seen()).containsExactly("ana at [ASSIGNEE]", "ana before [ASSIGNEE]", "ana old [ASSIGNEE]");
        assertThat(FeedText.granted(script.directory(), NUMBER, "ana")).endsWith("visibleFrom=null");
    }

    @Test
    void vxt10ShownMixedCallsNeedOneWhoWasAssigned() {
        script.policy(NaivePolicies.but().setMixedCalls(MixedCallsPolicy.SHOW));
        script.assign(10, "ana");
        script.assign(10, "ben");
        script.record(call("mixed", 20, Direction.INBOUND, CallStatus.COMPLETED, "ana", "eve"));
        script.record(call("foreign", 20, Direction.INBOUND, CallStatus.COMPLETED, "eve", "fay"));
        script.record(text("text", 20, Direction.OUTBOUND, "eve"));

        assertThat(script.seen())
                .containsExactly(
                        "ana mixed [ASSIGNEE, PARTICIPANT]",
                        "ben mixed [ASSIGNEE]",
                        "eve foreign [PARTICIPANT]",
                        "eve mixed [PARTICIPANT]",
                        "eve text [PARTICIPANT]",
                        "fay foreign [PARTICIPANT]");
    }

    @Test
    void ghl8TheOwnerSeesTheContactsRecordsButNotInAnothersInbox() {
        script.owner("kim", "ana");
        script.record(with("kim", call("c", 20, Direction.OUTBOUND, CallStatus.COMPLETED, "ben")));
        script.record(with("kim", voicemail("default", 20, null)));
        script.record(with("kim", voicemail("others", 20, "ben")));
        script.record(with("kim", voicemail("own", 20, "ana")));
        script.record(with("lou", text("t", 20, Direction.INBOUND, null)));

        assertThat(script.seen())
                .containsExactly(
                        "ana c [CONTACT_OWNER]",
                        "ana default [CONTACT_OWNER]",
                        "ana own [INBOX, CONTACT_OWNER]",
                        "ben c [PARTICIPANT]",
                        "ben others [INBOX]");
    }

    @Test
    void ghl9AContactThatIsGivenBackIsNobodys() {
        script.owner("kim", "ana");
        script.record(with("kim", text("t", 20, Direction.INBOUND, null)));
        script.owner("kim", null);
        assertThat(script.seen()).isEmpty();

        script.owner("kim", "ana");
        script.now(new MemberRemoved("ana"));
        script.member("ana", Role.MEMBER, true);
        assertThat(script.seen()).as("who comes back owns nothing").isEmpty();
    }

    @Test
    void whoIsInactiveSeesNothingForNoReason() {
        script.assign(10, "ana");
        script.owner("kim", "ana");
        script.record(with("kim", call("c", 20, Direction.OUTBOUND, CallStatus.COMPLETED, "ana")));
        script.member("ana", Role.OWNER, false);
        assertThat(script.seen()).isEmpty();

        script.member("ana", Role.OWNER, true);
        assertThat(script.seen()).containsExactly("ana c [ASSIGNEE, PARTICIPANT, CONTACT_OWNER]");
    }

    @Test
    void aManagedDirectoryHidesFromWhoIsUnknownWhatTheyDid() {
        script.record(call("c", 20, Direction.INBOUND, CallStatus.COMPLETED, "eve"));
        assertThat(script.seen()).containsExactly("eve c [PARTICIPANT]");

        script.policy(NaivePolicies.but().setDirectory(DirectoryMode.MANAGED));
        assertThat(script.seen()).isEmpty();
    }

    @Test
    void aNumberShowsNothingToThoseOfWhomItHasNotBeenTold() {
        NaiveDirectory directory = script.directory();
        var record = with("kim", call("c", 20, Direction.INBOUND, CallStatus.COMPLETED, "eve"));
        assertThat(told(directory, null, null).reasons(record, "eve")).isEmpty();
        assertThat(told(directory, access(user("eve", 0)), null).reasons(record, "eve"))
                .hasSize(1);
        assertThat(told(directory, access(user("ana", 1)), owner("kim", "ana", 1))
                        .reasons(record, "ana"))
                .hasSize(1);
    }

    @Test
    void anOwnershipOfAnEarlierMembershipOrOfAnotherContactOrOfAStrangerIsNone() {
        NaiveDirectory directory = script.directory();
        var record = with("kim", text("t", 20, Direction.INBOUND, null));
        assertThat(told(directory, access(user("ana", 1)), owner("kim", "ana", 0))
                        .reasons(record, "ana"))
                .isEmpty();
        assertThat(told(directory, access(user("ana", 1)), owner("lou", "ana", 1))
                        .reasons(record, "ana"))
                .isEmpty();
        assertThat(told(directory, access(user("ben", 0)), owner("kim", "ana", 0))
                        .reasons(record, "ana"))
                .isEmpty();
    }

    private static NaiveSight told(
            NaiveDirectory directory, @Nullable NumberAccess access, @Nullable ContactAccess contact) {
        return new NaiveSight(directory, Acquaintance.told(access, contact));
    }

    private static NumberAccess access(NumberUser user) {
        Routing nobody = new Routing(List.of(), RoutingMode.RING_ALL);
        return new NumberAccess(WORKSPACE, NUMBER, null, NaivePolicies.DEFAULT, 1L, nobody, List.of(user), List.of());
    }

    private static NumberUser user(String userId, long membership) {
        return new NumberUser(userId, true, false, false, false, List.of(), membership);
    }

    private static ContactAccess owner(String contactId, String userId, long membership) {
        return new ContactAccess(WORKSPACE, NUMBER, contactId, userId, membership, 1L);
    }
}
