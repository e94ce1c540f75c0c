package dev.partyline.topology.history;

import dev.partyline.schema.DirectoryChange;
import java.time.Instant;

/**
 * A change as it lies in the log.
 *
 * @param appendedAt when the broker appended it, milliseconds since the epoch
 */
record LoggedChange(DirectoryChange change, long appendedAt) {
    String workspaceId() {
        return change.getWorkspaceId();
    }

    /** The moment that the change claims or, where it claims none, the append; never later than the append. */
    long datedAt() {
        Instant occurredAt = change.getOccurredAt();
        return occurredAt == null ? appendedAt : Math.min(occurredAt.toEpochMilli(), appendedAt);
    }

    @Override
    public String toString() {
        Instant occurredAt = change.getOccurredAt();
        return change.getChangeId() + " of " + workspaceId() + " appended " + appendedAt
                + (occurredAt == null ? "" : " occurred " + occurredAt.toEpochMilli())
                + (change.getActorId() == null ? "" : " by " + change.getActorId())
                + ": " + change.getChange().getClass().getSimpleName() + " " + change.getChange();
    }
}
