package dev.partyline.topology.directory;

import static dev.partyline.topology.directory.Changes.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Assigners;
import dev.partyline.schema.Policy;
import dev.partyline.schema.Role;
import dev.partyline.schema.RoutingMode;
import dev.partyline.schema.RoutingPolicy;
import dev.partyline.schema.RoutingSet;
import dev.partyline.schema.UserAssigned;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is decided on each change type, in each state it can meet (DESIGN 4). */
class DirectoryRulesTest {
    private static final Policy ASSIGNEES_ROUTED =
            standard().setRouting(RoutingPolicy.ASSIGNEES).build();
    private static final Policy ONE_USER = standard().setMaxUsersPerNumber(1).build();
    private static final Policy ONE_NUMBER = standard().setMaxNumbersPerUser(1).build();

    @ParameterizedTest(name = "{0}")
    @MethodSource({"members", "numbers", "policies", "assignments", "permissionSets", "callerIds", "routings", "limits"
    })
    void decides(String what, List<Object> given, Object change, String expected) {
        Play play = new Play().given(given.toArray());
        Image before = play.image();

        assertThat(Play.word(play.send(change))).isEqualTo(expected);

        if (!expected.equals("ACCEPTED")) {
            assertThat(play.image()).isEqualTo(before);
        } else {
            assertThat(play.image().head().version()).isEqualTo(before.head().version() + 1);
            assertThat(Play.word(play.send(change))).as("the same again").isNotEqualTo("ACCEPTED");
        }
    }

    static Stream<Arguments> members() {
        Object ann = member("ann", Role.MEMBER, true);
        return Stream.of(
                row("a member is created", List.of(), ann, "ACCEPTED"),
                row("a member is created in MANAGED too", List.of(policy(managed())), ann, "ACCEPTED"),
                row("the same member again", List.of(ann), ann, "UNCHANGED"),
                row("another role", List.of(ann), member("ann", Role.ADMIN, true), "ACCEPTED"),
                row("deactivated", List.of(ann), member("ann", Role.MEMBER, false), "ACCEPTED"),
                row("back after removal", List.of(ann, removed("ann")), ann, "ACCEPTED"),
                row("a member is removed", List.of(ann), removed("ann"), "ACCEPTED"),
                row("removing someone unknown keeps them out", List.of(), removed("ann"), "ACCEPTED"),
                row("in MANAGED too", List.of(policy(managed())), removed("ann"), "ACCEPTED"),
                row("removed twice", List.of(ann, removed("ann")), removed("ann"), "UNCHANGED"));
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                row("a number is created", List.of(), number(SALES, null), "ACCEPTED"),
                row("in MANAGED too", List.of(policy(managed())), number(SALES, "Sales"), "ACCEPTED"),
                row("the same again", List.of(number(SALES, "Sales")), number(SALES, "Sales"), "UNCHANGED"),
                row("another label", List.of(number(SALES, "Sales")), number(SALES, "Shop"), "ACCEPTED"),
                row("the label goes", List.of(number(SALES, "Sales")), number(SALES, null), "ACCEPTED"),
                row("a number is released", List.of(number(SALES, null)), released(SALES), "ACCEPTED"),
                row("one never heard of", List.of(), released(SALES), "NUMBER_UNKNOWN"),
                row("released twice", List.of(number(SALES, null), released(SALES)), released(SALES), "NUMBER_UNKNOWN"),
                row(
                        "used again after release",
                        List.of(number(SALES, null), released(SALES)),
                        number(SALES, null),
                        "ACCEPTED"));
    }

    static Stream<Arguments> policies() {
        return Stream.of(
                row("the default before any", List.of(), policy(standard().build()), "UNCHANGED"),
                row("another", List.of(), policy(managed()), "ACCEPTED"),
                row("a number's own", List.of(number(SALES, null)), numberPolicy(SALES, managed()), "ACCEPTED"),
                row("OPEN creates the number for it", List.of(), numberPolicy(SALES, managed()), "ACCEPTED"),
                row("MANAGED does not", List.of(policy(managed())), numberPolicy(SALES, managed()), "NUMBER_UNKNOWN"),
                row("its own goes", List.of(numberPolicy(SALES, managed())), numberPolicy(SALES, null), "ACCEPTED"),
                row("none to go", List.of(number(SALES, null)), numberPolicy(SALES, null), "UNCHANGED"),
                row("none to go from an unknown number", List.of(), numberPolicy(SALES, null), "UNCHANGED"),
                row("in MANAGED too", List.of(policy(managed())), numberPolicy(SALES, null), "UNCHANGED"));
    }

    static Stream<Arguments> assignments() {
        Object ann = member("ann", Role.MEMBER, true);
        Object annOnSales = assigned(SALES, "ann");
        return Stream.of(
                row("OPEN creates number and member", List.of(), annOnSales, "ACCEPTED"),
                row("GHL-2: MANAGED wants the number", List.of(policy(managed()), ann), annOnSales, "NUMBER_UNKNOWN"),
                row(
                        "AL-5: MANAGED wants the member",
                        List.of(policy(managed()), number(SALES, null)),
                        annOnSales,
                        "NOT_A_MEMBER"),
                row("both exist", List.of(policy(managed()), ann, number(SALES, null)), annOnSales, "ACCEPTED"),
                row(
                        "directory is the workspace's alone",
                        List.of(numberPolicy(SALES, managed())),
                        annOnSales,
                        "ACCEPTED"),
                row("an inactive member", List.of(member("ann", Role.MEMBER, false)), annOnSales, "NOT_A_MEMBER"),
                row("a removed member", List.of(removed("ann")), annOnSales, "NOT_A_MEMBER"),
                row("twice", List.of(annOnSales), annOnSales, "UNCHANGED"),
                row("with a stated permission", List.of(annOnSales), stated("ann", false, null), "ACCEPTED"),
                row("with the one that stands", List.of(annOnSales), stated("ann", true, true), "UNCHANGED"),
                row("unassigned", List.of(annOnSales), unassigned(SALES, "ann"), "ACCEPTED"),
                row("unassigned, never assigned", List.of(), unassigned(SALES, "ann"), "UNCHANGED"),
                row("in MANAGED too", List.of(policy(managed())), unassigned(SALES, "ann"), "UNCHANGED"),
                row(
                        "an inactive member is unassigned",
                        List.of(annOnSales, member("ann", Role.MEMBER, false)),
                        unassigned(SALES, "ann"),
                        "ACCEPTED"));
    }

    static Stream<Arguments> permissionSets() {
        Object off = permissions(SALES, "ann", false, true);
        return Stream.of(
                row("of an assignee", List.of(assigned(SALES, "ann")), off, "ACCEPTED"),
                row("as they are", List.of(assigned(SALES, "ann")), permissions(SALES, "ann", true, true), "UNCHANGED"),
                row("of nobody known", List.of(), off, "NOT_ASSIGNED"),
                row("with caller ID alone", List.of(callerIdGranted(SALES, "ann")), off, "NOT_ASSIGNED"),
                row(
                        "after unassigning",
                        List.of(assigned(SALES, "ann"), unassigned(SALES, "ann")),
                        off,
                        "NOT_ASSIGNED"));
    }

    static Stream<Arguments> callerIds() {
        Object granted = callerIdGranted(SALES, "ann");
        return Stream.of(
                row("VXT-2: granted", List.of(), granted, "ACCEPTED"),
                row("twice", List.of(granted), granted, "UNCHANGED"),
                row("to an assignee", List.of(assigned(SALES, "ann")), granted, "ACCEPTED"),
                row("to someone removed", List.of(removed("ann")), granted, "NOT_A_MEMBER"),
                row("on no number of MANAGED", List.of(policy(managed())), granted, "NUMBER_UNKNOWN"),
                row("revoked", List.of(granted), callerIdRevoked(SALES, "ann"), "ACCEPTED"),
                row("none to revoke", List.of(), callerIdRevoked(SALES, "ann"), "UNCHANGED"));
    }

    static Stream<Arguments> routings() {
        Object both = routing(SALES, "ann", "bob");
        Object inOrder = new RoutingSet(SALES, List.of("ann", "bob"), RoutingMode.IN_ORDER);
        return Stream.of(
                row("GHL-7: of anyone", List.of(), both, "ACCEPTED"),
                row("twice", List.of(both), both, "UNCHANGED"),
                row("another mode", List.of(both), inOrder, "ACCEPTED"),
                row("another order", List.of(inOrder), routing(SALES, "bob", "ann"), "ACCEPTED"),
                row("of someone removed", List.of(removed("bob")), both, "NOT_A_MEMBER"),
                row("nobody any more", List.of(both), routing(SALES), "ACCEPTED"),
                row("nobody on an unknown number", List.of(), routing(SALES), "UNCHANGED"),
                row(
                        "AL-6: ASSIGNEES, one is not",
                        List.of(policy(ASSIGNEES_ROUTED), assigned(SALES, "ann")),
                        both,
                        "NOT_ASSIGNED"),
                row(
                        "ASSIGNEES, both are",
                        List.of(policy(ASSIGNEES_ROUTED), assigned(SALES, "ann"), assigned(SALES, "bob")),
                        both,
                        "ACCEPTED"),
                row(
                        "the number's policy, not the workspace's",
                        List.of(numberPolicy(SALES, ASSIGNEES_ROUTED)),
                        both,
                        "NOT_ASSIGNED"));
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                row(
                        "GHL-4: a second user",
                        List.of(policy(ONE_USER), assigned(SALES, "ann")),
                        assigned(SALES, "bob"),
                        "NUMBER_FULL"),
                row(
                        "GHL-4: after the first left",
                        List.of(policy(ONE_USER), assigned(SALES, "ann"), unassigned(SALES, "ann")),
                        assigned(SALES, "bob"),
                        "ACCEPTED"),
                row(
                        "GHL-5: a second number",
                        List.of(policy(ONE_NUMBER), assigned(SALES, "ann")),
                        assigned(CARE, "ann"),
                        "USER_FULL"),
                row(
                        "GHL-5: after the first was left",
                        List.of(policy(ONE_NUMBER), assigned(SALES, "ann"), unassigned(SALES, "ann")),
                        assigned(CARE, "ann"),
                        "ACCEPTED"),
                row(
                        "a second user for caller ID",
                        List.of(policy(ONE_USER), assigned(SALES, "ann")),
                        callerIdGranted(SALES, "bob"),
                        "ACCEPTED"),
                row(
                        "who stands is not refused again",
                        List.of(assigned(SALES, "ann"), assigned(SALES, "bob"), policy(ONE_USER)),
                        stated("ann", false, false),
                        "ACCEPTED"),
                row(
                        "the number's limit, not the workspace's",
                        List.of(policy(ONE_USER), numberPolicy(SALES, standard().build()), assigned(SALES, "ann")),
                        assigned(SALES, "bob"),
                        "ACCEPTED"));
    }

    @Test
    void aContactsOwnerMustBeAMemberWhomOpenCreates() {
        Play play = new Play();
        assertThat(Play.word(play.send(contactOwner("c", null)))).isEqualTo("UNCHANGED");
        assertThat(Play.word(play.send(contactOwner("c", "ann")))).isEqualTo("ACCEPTED");
        assertThat(Play.word(play.send(contactOwner("c", "ann")))).isEqualTo("UNCHANGED");
        assertThat(play.image().member("ann")).isPresent();
        assertThat(Play.word(play.send(contactOwner("c", null)))).isEqualTo("ACCEPTED");

        play.given(member("ann", Role.MEMBER, false), policy(managed()));
        assertThat(Play.word(play.send(contactOwner("c", "ann")))).isEqualTo("NOT_A_MEMBER");
        assertThat(Play.word(play.send(contactOwner("c", "nobody-knows")))).isEqualTo("NOT_A_MEMBER");
    }

    @Test
    void whoIsAMemberStaysWhatTheyAreWhenTheyAreAssigned() {
        Play play = new Play().given(member("boss", Role.ADMIN, true), assigned(SALES, "boss"));

        assertThat(play.image().member("boss"))
                .get()
                .returns(Role.ADMIN, boss -> boss.profile().role());
    }

    @Test
    void aRoutingHasAtMostFiveThousandUsers() {
        String[] crowd = Stream.iterate(0, i -> i + 1)
                .limit(LimitRules.MAX_USERS + 1)
                .map(i -> "u" + i)
                .toArray(String[]::new);

        assertThat(Play.word(new Play().send(routing(SALES, crowd)))).isEqualTo("NUMBER_FULL");
    }

    @Test
    void aContactsOwnerNeedsWhatAssignmentsNeed() {
        Play play = new Play().given(member("boss", Role.ADMIN, true), member("ann", Role.MEMBER, true));
        assertThat(Play.word(play.sendAs("ann", contactOwner("c", "ann")))).isEqualTo("ACTOR_NOT_ALLOWED");
        assertThat(Play.word(play.sendAs("boss", contactOwner("c", "ann")))).isEqualTo("ACCEPTED");

        play.given(policy(standard().setAssigners(Assigners.MEMBERS).build()));
        assertThat(Play.word(play.sendAs("ann", contactOwner("c", null)))).isEqualTo("ACCEPTED");
    }

    @Test
    void withTheMemberGoTheirContactsAndComeNotBack() {
        Play play = new Play().given(contactOwner("c", "ann"), removed("ann"), member("ann", Role.MEMBER, true));
        DirectoryContact contact = play.image().contactOrNew("c");

        assertThat(play.image().ownerOf(contact)).isEmpty();
        assertThat(Play.word(play.send(contactOwner("c", null)))).isEqualTo("UNCHANGED");
        assertThat(Play.word(play.send(contactOwner("c", "ann")))).isEqualTo("ACCEPTED");
    }

    @Test
    void aNumberKnowsAtMostFiveThousandUsersPastOnesIncluded() {
        String[] crowd = Stream.iterate(1, i -> i + 1)
                .limit(LimitRules.MAX_USERS - 1)
                .map(i -> "u" + i)
                .toArray(String[]::new);
        Play play = new Play().given(assigned(SALES, "ann"), unassigned(SALES, "ann"), routing(SALES, crowd));

        assertThat(Play.word(play.send(assigned(SALES, "zoe")))).isEqualTo("NUMBER_FULL");
        assertThat(Play.word(play.send(callerIdGranted(SALES, "zoe")))).isEqualTo("NUMBER_FULL");
        assertThat(Play.word(play.send(assigned(SALES, "u1")))).isEqualTo("ACCEPTED");
    }

    private static UserAssigned stated(String userId, @Nullable Boolean calling, @Nullable Boolean texting) {
        return new UserAssigned(SALES, userId, calling, texting);
    }

    private static Arguments row(String what, List<Object> given, Object change, String expected) {
        return Arguments.of(what, given, change, expected);
    }
}
