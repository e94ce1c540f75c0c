package dev.partyline.api.http;

import dev.partyline.api.intake.Intake;
import dev.partyline.api.intake.IntakeException;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.TelephonyRecord;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it was given; or, told so, fails to. */
final class FakeIntake implements Intake {
    final List<DirectoryChange> changes = new CopyOnWriteArrayList<>();
    final List<TelephonyRecord> records = new CopyOnWriteArrayList<>();
    volatile boolean unreachable;

    void reset() {
        changes.clear();
        records.clear();
        unreachable = false;
    }

    @Override
    public CompletableFuture<Void> publish(DirectoryChange change) {
        changes.add(change);
        return outcome();
    }

    @Override
    public CompletableFuture<Void> publish(TelephonyRecord record) {
        records.add(record);
        return outcome();
    }

    private CompletableFuture<Void> outcome() {
        return unreachable
                ? CompletableFuture.failedFuture(new IntakeException(new IllegalStateException("no broker")))
                : CompletableFuture.completedFuture(null);
    }
}
