package dev.partyline.topology.visibility;

import dev.partyline.topology.wiring.EngineCounters;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** Walks the records of numbers whose access has changed, newest first, the numbers in turn. */
final class NumberWalks implements Rounds {
    /** Progress goes out at most this often per number. */
    private static final long PROGRESS_MILLIS = 1_000;

    private final VisibilityStores stores;
    private final Telling telling;
    private final FeedWriter feed;
    private final EngineCounters counters;
    private final WalkPace pace;
    private final Queue<String> turns = new ArrayDeque<>();
    private final Set<String> walked = new LinkedHashSet<>();
    private final Map<String, Long> progressAt = new HashMap<>();
    private final Map<String, Long> oldest = new HashMap<>();

    NumberWalks(VisibilityStores stores, Telling telling, FeedWriter feed, WalkScope scope) {
        this.stores = stores;
        this.telling = telling;
        this.feed = feed;
        this.counters = scope.counters();
        this.pace = scope.pace();
        turns.addAll(stores.walks().numbers());
        counters.walks(turns.size());
    }

    /** Begins a walk, or lets the one under way go on as {@code walk}. */
    void walk(String numberKey, Walk walk) {
        if (stores.walks().get(numberKey) == null) {
            turns.add(numberKey);
            counters.walks(1);
        }
        stores.walks().put(numberKey, walk);
    }

    @Override
    public boolean underWay() {
        return !turns.isEmpty();
    }

    @Override
    public void step(long now) {
        String numberKey = turns.remove();
        Walk before = stores.walk(numberKey);
        if (walked.add(numberKey)) {
            oldest.put(numberKey, before.segments().oldest());
        }
        Walk next = step(numberKey, before);
        stores.walks().advance(numberKey, next);
        if (!next.arrived(stores.accesses().current(numberKey).sight())) {
            turns.add(numberKey);
        }
    }

    @Override
    public void sliceEnds(long now) {
        walked.forEach(numberKey -> save(numberKey, now));
        walked.clear();
        oldest.clear();
    }

    @Override
    public int size() {
        return stores.walks().size();
    }

    private Walk step(String numberKey, Walk before) {
        long target = stores.accesses().current(numberKey).sight();
        Walk walk = before.atNextStretch(target);
        String end = walk.segments().endOf(walk.cursor());
        Chunk done = new Chunk(pace);
        String to = stores.records()
                .visit(numberKey, walk.cursor(), end, known -> done.goesOn(telling.inPassing(numberKey, known, walk)));
        return walk.advanced(to, done.records(), target);
    }

    private void save(String numberKey, long now) {
        Walk walk = stores.walk(numberKey);
        Access target = stores.accesses().current(numberKey);
        walk.finished().forEach(line -> tell(target, LineRules.finished(target, line)));
        Walk waiting = walk.withoutFinished();
        long reached = walk.segments().oldest();
        if (reached > oldest.getOrDefault(numberKey, reached)) {
            stores.accesses().forgetBefore(numberKey, reached);
        }
        if (waiting.arrived(target.sight())) {
            stores.walks().remove(numberKey);
            progressAt.remove(numberKey);
            counters.walks(-1);
        } else {
            stores.walks().put(numberKey, waiting);
            progress(numberKey, target, waiting, now);
        }
    }

    private void progress(String numberKey, Access target, Walk walk, long now) {
        long last = progressAt.computeIfAbsent(numberKey, key -> now);
        if (now - last >= PROGRESS_MILLIS) {
            walk.pending().forEach(line -> tell(target, LineRules.waiting(target, line, walk.visited())));
            progressAt.put(numberKey, now);
        }
    }

    private void tell(Access access, LineRow row) {
        feed.line(access.workspaceId(), access.number(), row);
    }
}
