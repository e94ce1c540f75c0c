package dev.partyline.topology.query;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.Outcome;
import dev.partyline.topology.directory.DecisionRules;
import dev.partyline.topology.state.Decided;
import dev.partyline.topology.visibility.AppliedAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Waits for changes to become effective (DESIGN 7): decided, applied on every number they touch, and committed there
 * together with the line rows that this called for.
 */
final class EffectWatch {
    private static final long PAUSE_MILLIS = 5;

    private final Decisions decisions;
    private final Accesses accesses;
    private final Committed committed;

    EffectWatch(Decisions decisions, Accesses accesses, Committed committed) {
        this.decisions = decisions;
        this.accesses = accesses;
        this.committed = committed;
    }

    /** What became of a change. */
    interface Decisions {
        Optional<Decided> of(String workspaceId, String changeId);
    }

    /** Which access a number has. */
    interface Accesses {
        Optional<AppliedAccess> of(String workspaceId, String number);
    }

    /** Whether the access that stood at an offset of {@code number-access} is committed. */
    interface Committed {
        boolean passed(String number, long offset) throws InterruptedException;
    }

    /** The decision; empty when the change was not effective in time. */
    Optional<ChangeDecision> await(String workspaceId, String changeId, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        Optional<Decided> decided = decisions.of(workspaceId, changeId);
        while (decided.isEmpty()) {
            if (!pauseBefore(deadline)) {
                return Optional.empty();
            }
            decided = decisions.of(workspaceId, changeId);
        }
        ChangeDecision decision = DecisionRules.decision(decided.get());
        List<String> numbers = new ArrayList<>(decided.get().getNumbers());
        while (decision.getOutcome() == Outcome.ACCEPTED && !numbers.isEmpty()) {
            if (effective(workspaceId, numbers.get(0), decision.getVersion())) {
                numbers.remove(0);
            } else if (!pauseBefore(deadline)) {
                return Optional.empty();
            }
        }
        return Optional.of(decision);
    }

    private boolean effective(String workspaceId, String number, long version) throws InterruptedException {
        Optional<AppliedAccess> applied = accesses.of(workspaceId, number);
        return applied.isPresent()
                && applied.get().access().getVersion() >= version
                && committed.passed(number, applied.get().offset());
    }

    private static boolean pauseBefore(long deadline) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        return System.nanoTime() < deadline;
    }
}
