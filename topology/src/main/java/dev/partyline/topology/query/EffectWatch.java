package dev.partyline.topology.query;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.Outcome;
import dev.partyline.topology.directory.DecisionRules;
import dev.partyline.topology.state.Decided;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Waits for changes to become effective (DESIGN 7): decided and committed, applied on every number they touch, and committed there
 * together with the line rows that this called for; and so with the contacts whose owner they change. Of a change that
 * touches very many numbers, such as a workspace's policy, it waits for those that its decision names.
 */
final class EffectWatch {
    private static final long PAUSE_MILLIS = 5;

    private final Decisions decisions;
    private final Places numbers;
    private final Places contacts;

    EffectWatch(Decisions decisions, Places numbers, Places contacts) {
        this.decisions = decisions;
        this.numbers = numbers;
        this.contacts = contacts;
    }

    /** What became of a change. */
    interface Decisions {
        Optional<Decided> of(String workspaceId, String changeId);

        /** Whether it is committed that this was decided, and so what the directory told of it. */
        boolean committed(Decided decided) throws InterruptedException;
    }

    /** Where changes take effect. */
    interface Places {
        /** Whether a place of the workspace has applied and committed what was told of it at {@code version} or later. */
        boolean effective(String workspaceId, String place, long version) throws InterruptedException;
    }

    /** The decision; empty when the change was not effective in time. */
    Optional<ChangeDecision> await(String workspaceId, String changeId, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        Optional<Decided> found = decisions.of(workspaceId, changeId);
        while (found.isEmpty()) {
            if (!pauseBefore(deadline)) {
                return Optional.empty();
            }
            found = decisions.of(workspaceId, changeId);
        }
        Decided decided = found.get();
        ChangeDecision decision = DecisionRules.decision(decided);
        // Of a change that touched more places than are remembered nobody can say that it is effective everywhere.
        boolean effective = decision.getOutcome() != Outcome.ACCEPTED
                || !decided.getMore()
                        && committed(decided, deadline)
                        && everywhere(numbers, decided.getNumbers(), decision, deadline)
                        && everywhere(contacts, decided.getContacts(), decision, deadline);
        return effective ? Optional.of(decision) : Optional.empty();
    }

    private boolean committed(Decided decided, long deadline) throws InterruptedException {
        while (!decisions.committed(decided)) {
            if (!pauseBefore(deadline)) {
                return false;
            }
        }
        return true;
    }

    private static boolean everywhere(Places places, List<String> touched, ChangeDecision decision, long deadline)
            throws InterruptedException {
        for (String place : touched) {
            while (!places.effective(decision.getWorkspaceId(), place, decision.getVersion())) {
                if (!pauseBefore(deadline)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean pauseBefore(long deadline) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        return System.nanoTime() < deadline;
    }
}
