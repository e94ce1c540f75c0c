package dev.partyline.topology.directory;

import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.CallerIdRevoked;
import dev.partyline.schema.ContactOwnerSet;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.MemberRemoved;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.NumberReleased;
import dev.partyline.schema.NumberSet;
import dev.partyline.schema.PermissionsSet;
import dev.partyline.schema.Policy;
import dev.partyline.schema.PolicySet;
import dev.partyline.schema.Role;
import dev.partyline.schema.RoutingMode;
import dev.partyline.schema.RoutingSet;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes in few words. */
final class Changes {
    static final String WS = "acme";
    static final String SALES = "+15550001";
    static final String CARE = "+15550002";

    private Changes() {}

    static DirectoryChange change(
            String changeId, @Nullable String actorId, @Nullable Long occurredAt, Object payload) {
        return DirectoryChange.newBuilder()
                .setChangeId(changeId)
                .setWorkspaceId(WS)
                .setActorId(actorId)
                .setOccurredAt(occurredAt == null ? null : Instant.ofEpochMilli(occurredAt))
                .setChange(payload)
                .build();
    }

    static MemberSet member(String userId, Role role, boolean active) {
        return new MemberSet(userId, role, active, userId.toUpperCase(java.util.Locale.ROOT));
    }

    static MemberRemoved removed(String userId) {
        return new MemberRemoved(userId);
    }

    static NumberSet number(String number, @Nullable String label) {
        return new NumberSet(number, label);
    }

    static NumberReleased released(String number) {
        return new NumberReleased(number);
    }

    static NumberPolicySet numberPolicy(String number, @Nullable Policy policy) {
        return new NumberPolicySet(number, policy);
    }

    static UserAssigned assigned(String number, String userId) {
        return new UserAssigned(number, userId, null, null);
    }

    static UserUnassigned unassigned(String number, String userId) {
        return new UserUnassigned(number, userId);
    }

    static PermissionsSet permissions(String number, String userId, boolean calling, boolean texting) {
        return new PermissionsSet(number, userId, calling, texting);
    }

    static CallerIdGranted callerIdGranted(String number, String userId) {
        return new CallerIdGranted(number, userId);
    }

    static CallerIdRevoked callerIdRevoked(String number, String userId) {
        return new CallerIdRevoked(number, userId);
    }

    static RoutingSet routing(String number, String... userIds) {
        return new RoutingSet(number, List.of(userIds), RoutingMode.RING_ALL);
    }

    static ContactOwnerSet contactOwner(String contactId, @Nullable String ownerId) {
        return new ContactOwnerSet(contactId, ownerId);
    }

    static PolicySet policy(Policy policy) {
        return new PolicySet(policy);
    }

    static Policy.Builder standard() {
        return Policy.newBuilder();
    }

    static Policy managed() {
        return standard().setDirectory(DirectoryMode.MANAGED).build();
    }
}
