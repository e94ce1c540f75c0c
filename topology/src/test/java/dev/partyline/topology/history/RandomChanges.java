package dev.partyline.topology.history;

import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.CallerIdRevoked;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.NumberReleased;
import dev.partyline.schema.NumberSet;
import dev.partyline.schema.PermissionsSet;
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

/**
 * Invents changes. {@link #KINDS} is the list to widen when the engine learns to decide more: a kind stands in it as
 * often as it is to be likely.
 */
final class RandomChanges {
    private static final List<String> LABELS = List.of("Sales", "Support");

    /** Deactivation and removal are missing until a number learns whether a mere participant is active (encounters). */
    private static final List<Function<RandomChanges, Object>> KINDS = List.of(
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

    private final Random random;
    private final Names names;

    RandomChanges(Random random, Names names) {
        this.random = random;
        this.names = names;
    }

    Object next() {
        return KINDS.get(random.nextInt(KINDS.size())).apply(this);
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
        List<String> routed = users.subList(0, random.nextInt(users.size()));
        return new RoutingSet(
                names.number(), routed, random.nextBoolean() ? RoutingMode.RING_ALL : RoutingMode.IN_ORDER);
    }

    private Object numberSet() {
        return new NumberSet(names.number(), random.nextInt(3) == 0 ? null : LABELS.get(random.nextInt(LABELS.size())));
    }

    private Object released() {
        // Seldom, because it takes so much with it.
        return random.nextInt(3) == 0 ? new NumberReleased(names.number()) : unassigned();
    }

    private Object memberSet() {
        List<Role> roles = List.of(Role.OWNER, Role.ADMIN, Role.MEMBER);
        return new MemberSet(names.user(), roles.get(random.nextInt(roles.size())), true, null);
    }

    private @Nullable Boolean maybe() {
        return random.nextInt(4) > 0 ? null : (Boolean) random.nextBoolean();
    }
}
