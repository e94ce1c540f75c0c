package dev.partyline.topology.directory;

import dev.partyline.topology.assignment.AssignmentHistory;

/**
 * One user on one number.
 *
 * @param lastSwitch effective time of the last switch, milliseconds since the epoch; 0: none. It outlives an interval
 *     of no length, because no later switch may lie before it
 */
record DirectoryLine(AssignmentHistory history, long lastSwitch, Permissions permissions) {
    static final DirectoryLine NEW = new DirectoryLine(AssignmentHistory.NEVER, 0, Permissions.NONE);

    boolean assigned() {
        return history.assignedNow();
    }

    /** Whether readers of the number's access need to know of this line. */
    boolean leavesTrace() {
        return !history.spans().isEmpty() || permissions.callerId();
    }

    DirectoryLine assignedAt(long at, boolean calling, boolean texting) {
        return new DirectoryLine(SwitchRules.on(history, at), at, permissions.withAssignment(calling, texting));
    }

    DirectoryLine unassignedAt(long at) {
        return assigned()
                ? new DirectoryLine(SwitchRules.off(history, at), at, permissions.withAssignment(false, false))
                : this;
    }

    DirectoryLine with(Permissions newPermissions) {
        return new DirectoryLine(history, lastSwitch, newPermissions);
    }
}
