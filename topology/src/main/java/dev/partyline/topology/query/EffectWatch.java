package dev.partyline.topology.query;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.Outcome;
import dev.partyline.topology.directory.DecisionRules;
import dev.partyline.topology.state.Decided;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits for changes to become effective (DESIGN 7): decided and committed, applied on every number they touch, and committed there
 * together with the line rows that this called for, which can be read; and so with the contacts whose owner they change. Of a
 * change that touches very many numbers, such as a workspace's policy, it waits for those that its decision names.
 *
 * <p>It looks again where something has been committed since it last looked, for nothing becomes effective otherwise.
 */
final class EffectWatch {
    /** A copy that lags behind tells what was committed long ago. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private static final int REMEMBERED = 10_000;

    private final Map<String, ChangeDecision> effective = Collections.synchronizedMap(new Latest<>(REMEMBERED));
    private final Effects effects;
    private final CommittedOffsets commits;
    private final Legibility legibility;

    EffectWatch(Effects effects, CommittedOffsets commits, Legibility legibility) {
        this.effects = effects;
        this.commits = commits;
        this.legibility = legibility;
    }

    /** Where a change is decided, and where it takes effect. */
    interface Effects {
        Look<Decided> decision(String workspaceId, String changeId);

        /** The message that was decided on; empty: it was committed long ago. */
        Optional<Work> workOn(Decided decided);

        /** What applied a change, or a later one, on a number. */
        Look<Work> onNumber(Decided decided, String number);

        /** The same of a contact's owner; {@code place} is {@code number|contactId}. */
        Look<Work> onContact(Decided decided, String place);

        /** Where rows lie that a change calls for, besides those that its numbers tell. */
        Set<TopicPartition> rows(Decided decided);
    }

    /**
     * A question whose answer may change when work on one of the partitions {@code where} is done.
     *
     * @param now what is found now
     */
    record Look<T>(Set<TopicPartition> where, Supplier<Optional<T>> now) {}

    /**
     * A message that the engine has worked on.
     *
     * @param rows where rows lie that it called for
     */
    record Work(TopicPartition partition, long offset, Set<TopicPartition> rows) {
        boolean isIn(Map<TopicPartition, Long> committed) {
            return committed.getOrDefault(partition, 0L) > offset;
        }
    }

    /** The decision; empty when the change was not effective in time. What was effective once is so for ever. */
    Optional<ChangeDecision> await(String workspaceId, String changeId, Duration atMost) throws InterruptedException {
        String change = workspaceId + '|' + changeId;
        Optional<ChangeDecision> known = Optional.ofNullable(effective.get(change));
        if (known.isPresent()) {
            return known;
        }
        Optional<ChangeDecision> found = look(workspaceId, changeId, atMost);
        found.ifPresent(decision -> effective.put(change, decision));
        return found;
    }

    private Optional<ChangeDecision> look(String workspaceId, String changeId, Duration atMost)
            throws InterruptedException {
        Deadline deadline = Deadline.in(atMost);
        Optional<Decided> found = await(effects.decision(workspaceId, changeId), deadline);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Decided decided = found.get();
        ChangeDecision decision = DecisionRules.decision(decided);
        // Of a change that touched more places than are remembered nobody can say that it is effective everywhere.
        boolean isEffective = decision.getOutcome() != Outcome.ACCEPTED
                || !decided.getMore() && committed(decided, deadline) && everywhere(decided, deadline);
        return isEffective ? Optional.of(decision) : Optional.empty();
    }

    private boolean committed(Decided decided, Deadline deadline) throws InterruptedException {
        Optional<Work> work = effects.workOn(decided);
        return work.isEmpty() || committed(work.get(), deadline);
    }

    private boolean everywhere(Decided decided, Deadline deadline) throws InterruptedException {
        Stream<Look<Work>> numbers = decided.getNumbers().stream().map(number -> effects.onNumber(decided, number));
        Stream<Look<Work>> contacts = decided.getContacts().stream().map(place -> effects.onContact(decided, place));
        Set<TopicPartition> rows = new HashSet<>(effects.rows(decided));
        for (Look<Work> look : Stream.concat(numbers, contacts).toList()) {
            Optional<Work> work = await(look, deadline);
            if (work.isEmpty() || !committed(work.get(), deadline)) {
                return false;
            }
            rows.addAll(work.get().rows());
        }
        return legibility.await(rows, deadline);
    }

    private <T> Optional<T> await(Look<T> look, Deadline deadline) throws InterruptedException {
        Map<TopicPartition, Long> known = commits.known(look.where());
        Optional<T> found = look.now().get();
        while (found.isEmpty() && !deadline.isOver()) {
            known = commits.beyond(known, shorter(LOOK_AGAIN, deadline.left()));
            found = look.now().get();
        }
        return found;
    }

    /** Asks the broker in any case: what was effective long ago is so for those, too, who do not wait. */
    private boolean committed(Work work, Deadline deadline) throws InterruptedException {
        Map<TopicPartition, Long> known = commits.known(Set.of(work.partition()));
        boolean inTime = true;
        while (!work.isIn(known) && inTime) {
            known = commits.beyond(known, deadline.left());
            inTime = !deadline.isOver();
        }
        return work.isIn(known);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
