package dev.partyline.bench.cluster;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A way to get sight of a number's calls, and to lose it. */
enum Way {
    /** Assigned to the number, unassigned from it. */
    ASSIGNMENT,
    /** Unassigned at once, before the assignment has had any effect. */
    RACE,
    /** An assignee who is deactivated. */
    MEMBERSHIP,
    /** The caller is a contact whom the user owns. */
    CONTACT;

    /** The way of a worker's turn. */
    static Way of(int turn) {
        return values()[turn % values().length];
    }

    String grant(int number, int user) {
        return this == CONTACT ? contact(number, Size.user(user)) : onNumber("UserAssigned", number, user);
    }

    String revoke(int number, int user) {
        return switch (this) {
            case ASSIGNMENT, RACE -> onNumber("UserUnassigned", number, user);
            case MEMBERSHIP -> member(user, false);
            case CONTACT -> contact(number, null);
        };
    }

    /** A change of one user on one number. */
    static String onNumber(String type, int number, int user) {
        return "\"type\":\"%s\",\"number\":\"%s\",\"userId\":\"%s\""
                .formatted(type, Size.number(number), Size.user(user));
    }

    static String member(int user, boolean active) {
        return "\"type\":\"MemberSet\",\"userId\":\"%s\",\"role\":\"MEMBER\",\"active\":%s"
                .formatted(Size.user(user), active);
    }

    /** The contact that calls on a number. */
    static String contactOf(int number) {
        return String.format(Locale.ROOT, "contact%d", number);
    }

    private static String contact(int number, @Nullable String owner) {
        return "\"type\":\"ContactOwnerSet\",\"contactId\":\"%s\",\"ownerId\":%s"
                .formatted(contactOf(number), owner == null ? "null" : '"' + owner + '"');
    }
}
