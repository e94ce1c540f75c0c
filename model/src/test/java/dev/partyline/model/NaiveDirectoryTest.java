package dev.partyline.model;

import static dev.partyline.model.Script.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.NumberReleased;
import dev.partyline.schema.Outcome;
import dev.partyline.schema.PermissionsSet;
import dev.partyline.schema.RejectionReason;
import dev.partyline.schema.Role;
import dev.partyline.schema.RoutingMode;
import dev.partyline.schema.RoutingSet;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model's directory on cases worked out by hand from DESIGN 4. */
class NaiveDirectoryTest {
    private final Script script = new Script();
    private final NaiveDirectory directory = script.directory();

    @Test
    void anIntervalIsHalfOpenAndOneOfNoLengthVanishes() {
        script.assign(10, "ana");
        script.change(20, null, new UserUnassigned(NUMBER, "ana"));
        script.assign(30, "ana");
        script.change(30, null, new UserUnassigned(NUMBER, "ana"));
        NaiveLine line = directory.line(NUMBER, "ana");

        assertThat(line.intervals()).containsExactly("[10, 20)");
        assertThat(line.assignedAt(9)).isFalse();
        assertThat(line.assignedAt(10)).isTrue();
        assertThat(line.assignedAt(20)).isFalse();
        assertThat(line.assignedAt(30)).isFalse();
    }

    @Test
    void aDateIsNeverLaterThanTheAppendNorEarlierThanThePreviousSwitch() {
        script.change(20, 99L, new UserAssigned(NUMBER, "ana", null, null));
        script.change(30, 5L, new UserUnassigned(NUMBER, "ana"));
        script.change(40, 5L, new UserAssigned(NUMBER, "ana", null, null));

        assertThat(directory.line(NUMBER, "ana").intervals()).containsExactly("[20, now]");
    }

    @Test
    void onlyTheNewestHundredIntervalsCount() {
        for (int i = 0; i < 101; i++) {
            script.assign(10 * i, "ana");
            script.change(10 * i + 5, null, new UserUnassigned(NUMBER, "ana"));
        }
        NaiveLine line = directory.line(NUMBER, "ana");

        assertThat(line.intervals()).hasSize(100);
        assertThat(line.assignedAt(1)).isFalse();
        assertThat(line.assignedAt(11)).isTrue();
    }

    @Test
    void decisionsAreAsDesign4HasThem() {
        assertThat(script.assign(1, "ana")).isEqualTo(new Expected(Outcome.ACCEPTED, null, 1));
        assertThat(script.assign(1, "ana")).isEqualTo(new Expected(Outcome.UNCHANGED, null, 1));
        assertThat(script.change(1, null, new UserUnassigned(NUMBER, "ben")).outcome())
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(script.change(1, null, new PermissionsSet(NUMBER, "ben", true, true))
                        .reason())
                .isEqualTo(RejectionReason.NOT_ASSIGNED);
        assertThat(script.change(1, null, new NumberReleased("777")).reason())
                .isEqualTo(RejectionReason.NUMBER_UNKNOWN);
        assertThat(script.change(1, null, new RoutingSet(NUMBER, List.of(), RoutingMode.RING_ALL))
                        .outcome())
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(script.change(1, null, new MemberSet("ana", Role.MEMBER, true, null)))
                .isEqualTo(new Expected(Outcome.UNCHANGED, null, 1));
        assertThat(script.change(1, null, new NumberReleased(NUMBER)))
                .isEqualTo(new Expected(Outcome.ACCEPTED, null, 2));
    }

    @Test
    void tea1OnlyOwnersAndAdminsAssignAndOnlyOwnersMakeOwners() {
        script.change(1, null, new MemberSet("ana", Role.OWNER, true, null));
        script.change(1, null, new MemberSet("ben", Role.ADMIN, true, null));

        assertThat(script.by("ben", new UserAssigned(NUMBER, "cleo", null, null))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(script.by("cleo", new UserUnassigned(NUMBER, "cleo")).reason())
                .isEqualTo(RejectionReason.ACTOR_NOT_ALLOWED);
        assertThat(script.by("ben", new MemberSet("dan", Role.OWNER, true, null))
                        .reason())
                .isEqualTo(RejectionReason.ACTOR_NOT_ALLOWED);
        assertThat(script.by("ana", new MemberSet("dan", Role.OWNER, true, null))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aRepeatedChangeIdGetsItsFirstDecisionAndChangesNothing() {
        Object grant = new CallerIdGranted(NUMBER, "ana");
        Expected first = directory.apply(new LoggedChange(new DirectoryChange("x", "w", null, null, grant), 1));
        Object assign = new UserAssigned(NUMBER, "ana", null, null);
        Expected again = directory.apply(new LoggedChange(new DirectoryChange("x", "w", null, null, assign), 2));

        assertThat(again).isEqualTo(first);
        assertThat(directory.assigned(NUMBER, "ana")).isFalse();
    }
}
