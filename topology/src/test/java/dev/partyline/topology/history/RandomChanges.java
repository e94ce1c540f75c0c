package dev.partyline.topology.history;

import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.CallerIdRevoked;
import dev.partyline.schema.ContactOwnerSet;
import dev.partyline.schema.MemberRemoved;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.NumberReleased;
import dev.partyline.schema.NumberSet;
import dev.partyline.schema.PermissionsSet;
import dev.partyline.schema.PolicySet;
import dev.partyline.schema.Role;
import dev.partyline.schema.RoutingMode;
import dev.partyline.schema.RoutingSet;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Invents changes of every type. A kind stands in a list as often as it is to be likely. */
final class RandomChanges {
    private static final List<String> LABELS = List.of("Sales", "Support");
    private static final List<Role> ROLES = List.of(Role.OWNER, Role.ADMIN, Role.ADMIN, Role.MEMBER);

    private static final List<Function<RandomChanges, Object>> LINES = List.of(
            RandomChanges::assigned,
            RandomChanges::assigned,
            RandomChanges::assigned,
            RandomChanges::assigned,
            RandomChanges::unassigned,
            RandomChanges::unassigned,
            RandomChanges::unassigned,
            RandomChanges::permissions,
            RandomChanges::callerIdGranted,
            RandomChanges::callerIdRevoked,
            RandomChanges::routing,
            RandomChanges::numberSet,
            RandomChanges::released,
            RandomChanges::memberSet);
    private static final List<Function<RandomChanges, Object>> MEMBERS =
            List.of(RandomChanges::memberSet, RandomChanges::memberSet, RandomChanges::memberRemoved);
    private static final List<Function<RandomChanges, Object>> CONTACTS = List.of(RandomChanges::contactOwner);
    private static final List<Function<RandomChanges, Object>> POLICIES =
            List.of(RandomChanges::policy, RandomChanges::numberPolicy);

    private final Random random;
    private final Names names;
    private final RandomPolicies policies;
    private final List<Function<RandomChanges, Object>> kinds = new ArrayList<>(LINES);
    /** Who was deactivated or removed last; null: they are back. */
    private @Nullable String gone;

    RandomChanges(Random random, Names names, Flavour flavour) {
        this.random = random;
        this.names = names;
        this.policies = new RandomPolicies(random, flavour);
        add(MEMBERS, flavour == Flavour.LINES ? 0 : flavour == Flavour.MEMBERS ? 5 : 1);
        add(CONTACTS, flavour == Flavour.LINES ? 0 : flavour == Flavour.CONTACTS ? 12 : 2);
        add(POLICIES, flavour == Flavour.LINES ? 0 : flavour == Flavour.POLICIES ? 6 : 1);
    }

    private void add(List<Function<RandomChanges, Object>> more, int times) {
        kinds.addAll(
                Collections.nCopies(times, more).stream().flatMap(List::stream).toList());
    }

    /** Whoever is gone comes back soon, every other time: what was revoked in between must not show again. */
    Object next() {
        if (gone != null && random.nextBoolean()) {
            MemberSet back = new MemberSet(gone, role(), true, null);
            gone = null;
            return back;
        }
        return kinds.get(random.nextInt(kinds.size())).apply(this);
    }

    /** The policy, members and numbers of a directory in which all must exist first; one of them may be missing. */
    List<Object> foundation() {
        List<Object> changes = new ArrayList<>();
        changes.add(policy());
        names.users().forEach(user -> changes.add(new MemberSet(user, role(), true, null)));
        names.numbers().forEach(number -> changes.add(new NumberSet(number, label())));
        changes.remove(random.nextInt(changes.size()));
        return changes;
    }

    private Object assigned() {
        return new UserAssigned(names.number(), names.user(), maybe(), maybe());
    }

    private Object unassigned() {
        return new UserUnassigned(names.number(), names.user());
    }

    private Object permissions() {
        return new PermissionsSet(names.number(), names.user(), random.nextBoolean(), random.nextBoolean());
    }

    private Object callerIdGranted() {
        return new CallerIdGranted(names.number(), names.user());
    }

    private Object callerIdRevoked() {
        return new CallerIdRevoked(names.number(), names.user());
    }

    private Object routing() {
        List<String> users = new ArrayList<>(names.users());
        Collections.shuffle(users, random);
        List<String> routed = new ArrayList<>(users.subList(0, random.nextInt(users.size())));
        if (!routed.isEmpty() && oneIn(10)) {
            routed.add(routed.get(0)); // Nobody rings twice: invalid.
        }
        return new RoutingSet(
                names.number(), routed, random.nextBoolean() ? RoutingMode.RING_ALL : RoutingMode.IN_ORDER);
    }

    private Object numberSet() {
        return new NumberSet(names.number(), label());
    }

    private Object released() {
        // Seldom, because it takes so much with it.
        return oneIn(3) ? new NumberReleased(names.number()) : unassigned();
    }

    private Object memberSet() {
        String user = names.user();
        boolean active = !oneIn(3);
        gone = active ? gone : user;
        return new MemberSet(user, role(), active, null);
    }

    private Object memberRemoved() {
        gone = names.user();
        return new MemberRemoved(gone);
    }

    private Object contactOwner() {
        return new ContactOwnerSet(names.contact(), oneIn(4) ? null : names.user());
    }

    private Object policy() {
        return new PolicySet(policies.next());
    }

    private Object numberPolicy() {
        return new NumberPolicySet(names.number(), oneIn(3) ? null : policies.next());
    }

    private Role role() {
        return ROLES.get(random.nextInt(ROLES.size()));
    }

    private @Nullable String label() {
        return oneIn(3) ? null : LABELS.get(random.nextInt(LABELS.size()));
    }

    private @Nullable Boolean maybe() {
        return random.nextInt(4) > 0 ? null : (Boolean) random.nextBoolean();
    }

    private boolean oneIn(int odds) {
        return random.nextInt(odds) == 0;
    }
}
