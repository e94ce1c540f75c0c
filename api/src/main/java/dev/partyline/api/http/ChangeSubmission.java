package dev.partyline.api.http;

import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.api.intake.Intake;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.topology.query.NotReadyException;
import dev.partyline.topology.query.Queries;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Submits changes and waits until they are effective (DESIGN 7). */
final class ChangeSubmission {
    private final Intake intake;
    private final Queries queries;

    ChangeSubmission(Intake intake, Queries queries) {
        this.intake = intake;
        this.queries = queries;
    }

    /** Hands a change over; those handed over before it are decided before it. */
    Submitted submit(Supplier<DirectoryChange> reading) {
        try {
            DirectoryChange change = reading.get();
            return new OnItsWay(
                    change, intake.publish(change).handle((stored, failure) -> Optional.ofNullable(failure)));
        } catch (ProblemException e) {
            return deadline -> new ChangeAnswer.Refused(e.problem());
        }
    }

    /** A change that was handed over, or refused before it could be. */
    @FunctionalInterface
    interface Submitted {
        /**
         * Waits until the change is stored, then until it is effective, but not after {@code deadline}, which is one of
         * {@link System#nanoTime}.
         */
        ChangeAnswer await(long deadline) throws InterruptedException;
    }

    private final class OnItsWay implements Submitted {
        private final DirectoryChange change;
        private final CompletableFuture<Optional<Throwable>> failure;

        OnItsWay(DirectoryChange change, CompletableFuture<Optional<Throwable>> failure) {
            this.change = change;
            this.failure = failure;
        }

        @Override
        public ChangeAnswer await(long deadline) throws InterruptedException {
            Optional<Throwable> failed = failure();
            return failed.isPresent()
                    ? new ChangeAnswer.Refused(IntakeProblems.of(failed.get()).with("changeId", change.getChangeId()))
                    : decision(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }

        private Optional<Throwable> failure() throws InterruptedException {
            try {
                return failure.get();
            } catch (ExecutionException e) {
                return Optional.of(e);
            }
        }

        private ChangeAnswer decision(Duration atMost) throws InterruptedException {
            String workspaceId = change.getWorkspaceId();
            ChangeAnswer pending = new ChangeAnswer.Pending(workspaceId, change.getChangeId());
            try {
                return queries.awaitEffective(workspaceId, change.getChangeId(), atMost)
                        .map(ChangeAnswer::of)
                        .orElse(pending);
            } catch (NotReadyException e) {
                return pending; // it is stored and will be decided; only this instance cannot tell yet
            }
        }
    }
}
