package dev.partyline.topology.directory;

/** What people read when a change is refused: the field, what is wrong with it, and the remedy. */
final class Details {
    static final String ADMIN_NEEDED = "no active OWNER or ADMIN; have one of them ask for it";
    static final String ASSIGNER_NEEDED = "no active OWNER or ADMIN; have one of them ask for it,"
            + " or set assigners to MEMBERS in the workspace's policy";
    static final String MEMBER_NEEDED = "no active member; add or reactivate them with MemberSet";
    static final String OWNER_NEEDED =
            "no active OWNER, and about an OWNER only an OWNER decides;" + " have one ask for it";
    static final String UNKNOWN_MEMBER = "is no member; add them with MemberSet first";
    static final String REMOVED_MEMBER = "was removed; bring them back with MemberSet first";
    static final String INACTIVE_MEMBER = "is inactive; set active to true with MemberSet first";

    private Details() {}

    static String actor(String actorId, String need) {
        return "actorId: " + actorId + " is " + need;
    }

    static String member(String field, String userId, String problem) {
        return field + ": " + userId + " " + problem;
    }

    static String numberUnknown(String number) {
        return "number: " + number + " is none of the workspace's numbers; add it with NumberSet first";
    }

    static String nothingToRelease(String number) {
        return "number: " + number + " is none of the workspace's numbers; nothing was released, check the number";
    }

    static String numberFull(String number, long limit) {
        return "number: " + number + " has the " + limit
                + " assigned users that its policy allows; unassign one first, or raise maxUsersPerNumber";
    }

    static String numberCrowded(String number, int limit) {
        return "number: " + number + " would know more than " + limit
                + " users, past ones included; use another number";
    }

    static String userFull(String userId, long limit) {
        return "userId: " + userId + " has the " + limit
                + " assigned numbers that the number's policy allows; unassign one first, or raise maxNumbersPerUser";
    }

    static String notAssigned(String field, String userId, String number) {
        return field + ": " + userId + " is not assigned to " + number + "; assign them with UserAssigned first";
    }
}
