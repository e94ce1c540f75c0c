package dev.partyline.model;

import dev.partyline.schema.DirectoryChange;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A change as it lies in the log.
 *
 * @param appendedAt when the broker appended it, milliseconds since the epoch
 */
public record LoggedChange(DirectoryChange change, long appendedAt) {
    public String workspaceId() {
        return change.getWorkspaceId();
    }

    /** The same change at another time. */
    public LoggedChange at(UnaryOperator<Instant> time) {
        Instant occurredAt = change.getOccurredAt();
        DirectoryChange moved = DirectoryChange.newBuilder(change)
                .setOccurredAt(occurredAt == null ? null : time.apply(occurredAt))
                .build();
        return new LoggedChange(
                moved, time.apply(Instant.ofEpochMilli(appendedAt)).toEpochMilli());
    }

    /** The moment that the change claims or, where it claims none, the append; never later than the append. */
    public long datedAt() {
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
