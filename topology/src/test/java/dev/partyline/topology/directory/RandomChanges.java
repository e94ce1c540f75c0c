package dev.partyline.topology.directory;

import static dev.partyline.topology.directory.Changes.*;

import dev.partyline.schema.Assigners;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.Policy;
import dev.partyline.schema.Role;
import dev.partyline.schema.RoutingPolicy;
import java.util.List;
import java.util.Random;

/** Random changes among few users and numbers, so that they meet often. */
final class RandomChanges {
    private static final List<String> USERS = List.of("ann", "bob", "cat", "dan");
    private static final List<String> NUMBERS = List.of(SALES, CARE, "911");

    private final Random random;

    RandomChanges(Random random) {
        this.random = random;
    }

    Object next() {
        return switch (random.nextInt(18)) {
            case 0 -> member(aUser(), Role.values()[1 + random.nextInt(3)], random.nextInt(4) > 0);
            case 1 -> removed(aUser());
            case 2 -> number(aNumber(), random.nextBoolean() ? null : "label " + random.nextInt(2));
            case 3 -> numberPolicy(aNumber(), random.nextBoolean() ? null : aPolicy());
            case 4 -> released(aNumber());
            case 5 -> policy(aPolicy());
            case 6 -> permissions(aNumber(), aUser(), random.nextBoolean(), random.nextBoolean());
            case 7 -> callerIdGranted(aNumber(), aUser());
            case 8 -> callerIdRevoked(aNumber(), aUser());
            case 9 -> routing(aNumber());
            case 10 -> routing(aNumber(), aUser());
            case 11 -> routing(aNumber(), "ann", "bob", "cat");
            case 12 -> contactOwner(aContact(), random.nextInt(3) == 0 ? null : aUser());
            case 13, 14 -> unassigned(aNumber(), aUser());
            default -> assigned(aNumber(), aUser());
        };
    }

    /** One of few contacts. */
    String aContact() {
        return "contact-" + random.nextInt(2);
    }

    String aUser() {
        return USERS.get(random.nextInt(USERS.size()));
    }

    String aNumber() {
        return NUMBERS.get(random.nextInt(NUMBERS.size()));
    }

    private Policy aPolicy() {
        return standard()
                .setDirectory(random.nextBoolean() ? DirectoryMode.OPEN : DirectoryMode.MANAGED)
                .setAssigners(random.nextBoolean() ? Assigners.ADMINS : Assigners.MEMBERS)
                .setRouting(random.nextBoolean() ? RoutingPolicy.ANYONE : RoutingPolicy.ASSIGNEES)
                .setMaxUsersPerNumber(random.nextBoolean() ? null : 1 + random.nextInt(2))
                .setMaxNumbersPerUser(random.nextBoolean() ? null : 1 + random.nextInt(2))
                .setGrantCalling(random.nextBoolean())
                .build();
    }
}
