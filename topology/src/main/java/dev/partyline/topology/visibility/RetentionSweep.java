package dev.partyline.topology.visibility;

import dev.partyline.schemas.Keys;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Takes records away that have become too old, number by number: at once where the policy has changed, else in rounds
 * through all numbers that have such a policy. Nothing is kept of how far it has come: a crash begins the round anew.
 */
final class RetentionSweep implements Rounds {
    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(10);

    private final VisibilityStores stores;
    private final Telling telling;
    private final WalkScope scope;
    private final Queue<Place> due = new ArrayDeque<>();
    private Optional<String> round = Optional.empty();
    private long nextRoundAt;

    RetentionSweep(VisibilityStores stores, Telling telling, WalkScope scope) {
        this.stores = stores;
        this.telling = telling;
        this.scope = scope;
    }

    /** Where a number's sweep has come to. */
    private record Place(String numberKey, String cursor) {}

    /** The number's access has changed. */
    void follow(String numberKey, Access before, Access after) {
        if (before.retentionDays().equals(after.retentionDays())) {
            return;
        }
        if (after.retentionDays().isPresent()) {
            stores.retention().add(numberKey);
            begin(numberKey);
        } else {
            stores.retention().remove(numberKey);
        }
    }

    @Override
    public void sliceBegins(long now) {
        if (due.isEmpty() && round.isEmpty() && now >= nextRoundAt) {
            round = Optional.of("");
            nextRoundAt = now + BETWEEN_ROUNDS.toMillis();
            scope.counters().walks(1);
        }
    }

    @Override
    public boolean underWay() {
        return !due.isEmpty() || round.isPresent();
    }

    @Override
    public void step(long now) {
        if (due.isEmpty()) {
            round.ifPresent(this::sweepNext);
        } else {
            sweep(due.remove(), now);
        }
    }

    private void sweep(Place place, long now) {
        Access access = stores.accesses().current(place.numberKey());
        long cutoff = RetentionRules.cutoff(access.retentionDays(), now);
        Optional<String> next = cutoff == 0 ? Optional.empty() : sweepOn(place, cutoff);
        if (next.isPresent()) {
            due.add(new Place(place.numberKey(), next.get()));
        } else {
            scope.counters().walks(-1);
        }
    }

    @Override
    public int size() {
        return due.size() + (round.isPresent() ? 1 : 0);
    }

    /** The round goes on from {@code from}, or is over. */
    private void sweepNext(String from) {
        List<String> numbers = stores.retention().numbers(from, scope.pace().chunk());
        numbers.forEach(this::begin);
        if (numbers.isEmpty()) {
            round = Optional.empty();
            scope.counters().walks(-1);
        } else {
            round = Optional.of(numbers.get(numbers.size() - 1) + '\0');
        }
    }

    private void begin(String numberKey) {
        due.add(new Place(numberKey, Segments.START));
        scope.counters().walks(1);
    }

    /**
     * Positions grow with age: what is too old is one stretch, up to the very end.
     *
     * @return where to go on; empty: the number is done
     */
    private Optional<String> sweepOn(Place place, long cutoff) {
        String first = Keys.position(cutoff - 1, "");
        String from = place.cursor().compareTo(first) < 0 ? first : place.cursor();
        Chunk done = new Chunk(scope.pace());
        String to = stores.records()
                .visit(place.numberKey(), from, Segments.START, known -> done.goesOn(expire(place, known, cutoff)));
        return to.equals(Segments.START) ? Optional.empty() : Optional.of(to);
    }

    private int expire(Place place, IndexedRecord known, long cutoff) {
        return RetentionRules.expired(known.record(), cutoff) ? telling.expire(place.numberKey(), known) : 0;
    }
}
