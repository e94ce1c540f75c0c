package dev.partyline.topology.directory;

/**
 * What a user may do on a number.
 *
 * @param calling may place calls as an assignee
 * @param texting may text as an assignee
 * @param callerId may call out without being assigned
 */
record Permissions(boolean calling, boolean texting, boolean callerId) {
    static final Permissions NONE = new Permissions(false, false, false);

    Permissions withAssignment(boolean newCalling, boolean newTexting) {
        return new Permissions(newCalling, newTexting, callerId);
    }

    Permissions withCallerId(boolean granted) {
        return new Permissions(calling, texting, granted);
    }
}
