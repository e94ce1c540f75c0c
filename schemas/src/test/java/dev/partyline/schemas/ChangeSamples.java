package dev.partyline.schemas;

import static dev.partyline.schemas.Samples.NUMBER;
import static dev.partyline.schemas.Samples.TIME;
import static dev.partyline.schemas.Samples.WORKSPACE;

import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.CallerIdRevoked;
import dev.partyline.schema.ContactOwnerSet;
import dev.partyline.schema.DirectoryChange;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** One directory change of every kind, by the kind's name; see {@link Samples}. */
final class ChangeSamples {
    private ChangeSamples() {}

    static Map<String, SpecificRecord> all() {
        Map<String, SpecificRecord> changes = new LinkedHashMap<>();
        for (SpecificRecord change : List.<SpecificRecord>of(
                MemberSet.newBuilder()
                        .setUserId("ann")
                        .setRole(Role.ADMIN)
                        .setActive(true)
                        .setName("Ann")
                        .build(),
                MemberRemoved.newBuilder().setUserId("ann").build(),
                NumberSet.newBuilder().setNumber(NUMBER).setLabel("Sales").build(),
                NumberPolicySet.newBuilder()
                        .setNumber(NUMBER)
                        .setPolicy(policy())
                        .build(),
                NumberReleased.newBuilder().setNumber("311").build(),
                UserAssigned.newBuilder()
                        .setNumber(NUMBER)
                        .setUserId("ann")
                        .setCalling(false)
                        .build(),
                UserUnassigned.newBuilder().setNumber(NUMBER).setUserId("ann").build(),
                PermissionsSet.newBuilder()
                        .setNumber(NUMBER)
                        .setUserId("ann")
                        .setCalling(true)
                        .setTexting(false)
                        .build(),
                CallerIdGranted.newBuilder().setNumber(NUMBER).setUserId("ann").build(),
                CallerIdRevoked.newBuilder().setNumber(NUMBER).setUserId("ann").build(),
                RoutingSet.newBuilder()
                        .setNumber(NUMBER)
                        .setUserIds(List.of("ann", "bob"))
                        .setMode(RoutingMode.IN_ORDER)
                        .build(),
                ContactOwnerSet.newBuilder()
                        .setContactId("contact-9")
                        .setOwnerId("ann")
                        .build(),
                PolicySet.newBuilder().setPolicy(policy()).build())) {
            changes.put(change.getSchema().getName(), change(change));
        }
        return changes;
    }

    private static DirectoryChange change(SpecificRecord change) {
        return DirectoryChange.newBuilder()
                .setChangeId("change-1")
                .setWorkspaceId(WORKSPACE)
                .setActorId("olga")
                .setOccurredAt(TIME)
                .setChange(change)
                .build();
    }

    static Policy policy() {
        return Policy.newBuilder()
                .setMaxUsersPerNumber(1)
                .setGrantCalling(false)
                .setRetentionDays(90)
                .build();
    }
}
