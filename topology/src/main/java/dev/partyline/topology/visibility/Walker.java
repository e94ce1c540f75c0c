package dev.partyline.topology.visibility;

import dev.partyline.topology.wiring.EngineCounters;
import java.util.List;

/**
 * Brings the past up to what is so now, in slices bounded by time and by rows, between live records: numbers whose access
 * has changed, contacts whose owner has, people whom a number has come to know, records that have become too old. All in
 * turn.
 */
final class Walker {
    private final NumberWalks numbers;
    private final ContactWalks contacts;
    private final Introductions introductions;
    private final RetentionSweep retention;
    private final List<Rounds> kinds;
    private final EngineCounters counters;
    private final FeedWriter feed;
    private final WalkPace pace;
    private boolean walking;

    Walker(VisibilityStores stores, Telling telling, FeedWriter feed, WalkScope scope) {
        this.numbers = new NumberWalks(stores, telling, feed, scope);
        this.contacts = new ContactWalks(stores, telling, scope);
        this.introductions = new Introductions(stores, telling, scope);
        this.retention = new RetentionSweep(stores, telling, scope);
        this.kinds = List.of(numbers, contacts, introductions, retention);
        this.counters = scope.counters();
        this.feed = feed;
        this.pace = scope.pace();
    }

    NumberWalks numbers() {
        return numbers;
    }

    ContactWalks contacts() {
        return contacts;
    }

    Introductions introductions() {
        return introductions;
    }

    RetentionSweep retention() {
        return retention;
    }

    /**
     * Walks for as long as a slice may take, one chunk of each kind at the least.
     *
     * @param now wall clock, milliseconds since the epoch
     */
    void slice(long now) {
        pace.sliceBegins(now);
        long deadline = System.nanoTime() + pace.sliceNanos();
        long enough = feed.rows() + pace.rows();
        kinds.forEach(kind -> kind.sliceBegins(now));
        boolean more = true;
        while (more) {
            more = false;
            for (Rounds kind : kinds) {
                if (kind.underWay()) {
                    kind.step(now);
                    more |= kind.underWay();
                }
            }
            more &= System.nanoTime() < deadline && feed.rows() < enough;
        }
        kinds.forEach(kind -> kind.sliceEnds(now));
        walking(underWay());
    }

    /** Whether there is anything to walk. */
    boolean underWay() {
        return kinds.stream().anyMatch(Rounds::underWay);
    }

    /** The task goes elsewhere, and its walks with it. */
    void close() {
        kinds.forEach(kind -> counters.walks(-kind.size()));
        walking(false);
    }

    private void walking(boolean now) {
        if (now && !walking) {
            pace.begins();
        } else if (walking && !now) {
            pace.ends();
        }
        walking = now;
    }
}
