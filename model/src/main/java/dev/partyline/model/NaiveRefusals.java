package dev.partyline.model;

import dev.partyline.schema.Assigners;
import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.CallerIdRevoked;
import dev.partyline.schema.ContactOwnerSet;
import dev.partyline.schema.MemberRemoved;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.NumberReleased;
import dev.partyline.schema.PermissionsSet;
import dev.partyline.schema.Policy;
import dev.partyline.schema.PolicySet;
import dev.partyline.schema.RejectionReason;
import dev.partyline.schema.Role;
import dev.partyline.schema.RoutingPolicy;
import dev.partyline.schema.RoutingSet;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a change is refused, in the order in which it is asked: what it is, who asks, number, members, lines, limits. */
final class NaiveRefusals {
    private final NaiveDirectory directory;

    NaiveRefusals(NaiveDirectory directory) {
        this.directory = directory;
    }

    /** Null: it is not. */
    @Nullable
    RejectionReason of(@Nullable String actorId, Object change) {
        if (invalid(change)) {
            return RejectionReason.INVALID;
        }
        if (actorId != null && !allowed(directory.members().get(actorId), change)) {
            return RejectionReason.ACTOR_NOT_ALLOWED;
        }
        if (numberMissing(change)) {
            return RejectionReason.NUMBER_UNKNOWN;
        }
        if (!mustBeMembers(change).stream().allMatch(directory::active)) {
            return RejectionReason.NOT_A_MEMBER;
        }
        if (notAssigned(change)) {
            return RejectionReason.NOT_ASSIGNED;
        }
        return change instanceof UserAssigned assigned ? overLimit(assigned.getNumber(), assigned.getUserId()) : null;
    }

    private static boolean invalid(Object change) {
        if (change instanceof RoutingSet routing) {
            return new HashSet<>(routing.getUserIds()).size()
                    < routing.getUserIds().size();
        }
        if (change instanceof NumberPolicySet set) {
            return set.getPolicy() != null && invalid(set.getPolicy());
        }
        return change instanceof PolicySet set && invalid(set.getPolicy());
    }

    private static boolean invalid(Policy policy) {
        return belowOne(policy.getMaxUsersPerNumber())
                || belowOne(policy.getMaxNumbersPerUser())
                || belowOne(policy.getRetentionDays());
    }

    private static boolean belowOne(@Nullable Integer limit) {
        return limit != null && limit < 1;
    }

    private boolean allowed(@Nullable NaiveMember actor, Object change) {
        if (actor == null) {
            return false;
        }
        if (forAssigners(change) && directory.policy().getAssigners() == Assigners.MEMBERS) {
            return actor.present();
        }
        return actor.administers() && (!aboutOwner(change) || actor.role() == Role.OWNER);
    }

    /** The changes that need what the policy's {@code assigners} says; the others are for owners and admins. */
    private static boolean forAssigners(Object change) {
        return change instanceof UserAssigned
                || change instanceof UserUnassigned
                || change instanceof PermissionsSet
                || change instanceof CallerIdGranted
                || change instanceof CallerIdRevoked
                || change instanceof RoutingSet
                || change instanceof ContactOwnerSet;
    }

    /** About an OWNER, or making one. */
    private boolean aboutOwner(Object change) {
        return (change instanceof MemberSet set && (set.getRole() == Role.OWNER || owns(set.getUserId())))
                || (change instanceof MemberRemoved removed && owns(removed.getUserId()));
    }

    /** Inactive or not; who was removed is nobody's owner any more, whoever brings them back. */
    private boolean owns(String userId) {
        NaiveMember member = directory.members().get(userId);
        return member != null && !member.removed() && member.role() == Role.OWNER;
    }

    /** Releasing needs a number that is there; in MANAGED so does all that OPEN would create it for. */
    private boolean numberMissing(Object change) {
        if (change instanceof NumberReleased released) {
            return unknown(released.getNumber());
        }
        if (!directory.managed()) {
            return false;
        }
        if (change instanceof UserAssigned assigned) {
            return unknown(assigned.getNumber());
        }
        if (change instanceof CallerIdGranted granted) {
            return unknown(granted.getNumber());
        }
        if (change instanceof RoutingSet routing) {
            return !routing.getUserIds().isEmpty() && unknown(routing.getNumber());
        }
        return change instanceof NumberPolicySet set && set.getPolicy() != null && unknown(set.getNumber());
    }

    private boolean unknown(String number) {
        return !directory.numbers().containsKey(number);
    }

    private static List<String> mustBeMembers(Object change) {
        if (change instanceof UserAssigned assigned) {
            return List.of(assigned.getUserId());
        }
        if (change instanceof CallerIdGranted granted) {
            return List.of(granted.getUserId());
        }
        if (change instanceof ContactOwnerSet set) {
            return set.getOwnerId() == null ? List.of() : List.of(set.getOwnerId());
        }
        return change instanceof RoutingSet routing ? routing.getUserIds() : List.of();
    }

    private boolean notAssigned(Object change) {
        if (change instanceof RoutingSet routing) {
            String number = routing.getNumber();
            return directory.policyOn(number).getRouting() == RoutingPolicy.ASSIGNEES
                    && !routing.getUserIds().stream().allMatch(userId -> directory.assigned(number, userId));
        }
        return change instanceof PermissionsSet set && !directory.assigned(set.getNumber(), set.getUserId());
    }

    /** Who would be assigned after the change: an assignment that stands adds nobody. */
    private @Nullable RejectionReason overLimit(String number, String userId) {
        Policy policy = directory.policyOn(number);
        if (directory.assigned(number, userId)) {
            return null;
        }
        if (policy.getMaxUsersPerNumber() != null
                && directory.usersOn(number).size() + 1 > policy.getMaxUsersPerNumber()) {
            return RejectionReason.NUMBER_FULL;
        }
        return policy.getMaxNumbersPerUser() != null
                        && directory.numbersOf(userId).size() + 1 > policy.getMaxNumbersPerUser()
                ? RejectionReason.USER_FULL
                : null;
    }
}
