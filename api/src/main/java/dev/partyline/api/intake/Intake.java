package dev.partyline.api.intake;

import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.TelephonyRecord;
import java.util.concurrent.CompletableFuture;

/**
 * Takes changes and records in. A future completes when Kafka has stored the event for good; it fails with an
 * {@link IntakeException} when that is not certain. Events handed over one after the other are stored in that order.
 */
public interface Intake {
    /** Stores a change. Repeating it with the same changeId is harmless. */
    CompletableFuture<Void> publish(DirectoryChange change);

    /** Stores a record. Repeating it is harmless. */
    CompletableFuture<Void> publish(TelephonyRecord record);
}
