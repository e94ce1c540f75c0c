package dev.partyline.topology.directory;

import static dev.partyline.topology.directory.Changes.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Assigners;
import dev.partyline.schema.Role;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** TEA-1, CH-1: who may ask for what under the default policy. */
class ActorRulesTest {
    private static Play company() {
        return new Play()
                .given(
                        member("owner", Role.OWNER, true),
                        member("admin", Role.ADMIN, true),
                        member("member", Role.MEMBER, true),
                        member("idle", Role.OWNER, false),
                        member("gone", Role.OWNER, true),
                        removed("gone"),
                        assigned(SALES, "member"));
    }

    static Stream<Object> everyChange() {
        return Stream.of(
                member("new", Role.MEMBER, true),
                removed("member"),
                number(CARE, null),
                numberPolicy(SALES, managed()),
                released(SALES),
                assigned(CARE, "member"),
                unassigned(SALES, "member"),
                permissions(SALES, "member", false, false),
                callerIdGranted(SALES, "member"),
                callerIdRevoked(SALES, "member"),
                routing(SALES, "member"),
                policy(managed()));
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void onlyAnActiveOwnerOrAdminMayAskForIt(Object change) {
        for (String actor : new String[] {"member", "idle", "gone", "stranger"}) {
            assertThat(Play.word(company().sendAs(actor, change))).as(actor).isEqualTo("ACTOR_NOT_ALLOWED");
        }
        for (String actor : new String[] {"owner", "admin"}) {
            assertThat(Play.word(company().sendAs(actor, change)))
                    .as(actor)
                    .isEqualTo(Play.word(company().send(change)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "admin, owner,  MEMBER, ACTOR_NOT_ALLOWED",
        "admin, member, OWNER,  ACTOR_NOT_ALLOWED",
        "admin, idle,   ADMIN,  ACTOR_NOT_ALLOWED",
        "admin, gone,   MEMBER, ACCEPTED",
        "admin, member, ADMIN,  ACCEPTED",
        "owner, member, OWNER,  ACCEPTED",
        "owner, owner,  MEMBER, ACCEPTED"
    })
    void makingOrChangingAnOwnerNeedsAnOwner(String actor, String target, Role role, String expected) {
        assertThat(Play.word(company().sendAs(actor, member(target, role, true))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"admin, owner, ACTOR_NOT_ALLOWED", "admin, member, ACCEPTED", "owner, idle, ACCEPTED"})
    void removingAnOwnerNeedsAnOwner(String actor, String target, String expected) {
        assertThat(Play.word(company().sendAs(actor, removed(target)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"admin", "owner"})
    void anOwnersLinesAreOrdinaryAssignments(String actor) {
        assertThat(Play.word(company().sendAs(actor, assigned(CARE, "owner")))).isEqualTo("ACCEPTED");
    }

    @Test
    void assignersMembersLetsAnyActiveMemberAssign() {
        Play play = new Play()
                .given(policy(standard().setAssigners(Assigners.MEMBERS).build()), member("ann", Role.MEMBER, true));

        assertThat(Play.word(play.sendAs("ann", assigned(SALES, "bob")))).isEqualTo("ACCEPTED");
        assertThat(Play.word(play.sendAs("ann", number(CARE, null)))).isEqualTo("ACTOR_NOT_ALLOWED");
        assertThat(Play.word(play.sendAs("nobody", assigned(CARE, "bob")))).isEqualTo("ACTOR_NOT_ALLOWED");
    }
}
