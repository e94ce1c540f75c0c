package dev.partyline.topology.visibility;

import dev.partyline.topology.wiring.EngineCounters;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Walks the records of numbers whose access has changed, newest first, and tells of each the difference between what
 * was last told and what is so now. It runs in slices bounded by time, between live records, the numbers in turn.
 */
final class Walker {
    /** Progress goes out at most this often per number. */
    private static final long PROGRESS_MILLIS = 1_000;

    private final VisibilityStores stores;
    private final FeedWriter feed;
    private final EngineCounters counters;
    private final int chunk;
    private final Queue<String> turns = new ArrayDeque<>();
    private final Map<String, Long> progressAt = new HashMap<>();

    Walker(VisibilityStores stores, FeedWriter feed, EngineCounters counters, int chunk) {
        this.stores = stores;
        this.feed = feed;
        this.counters = counters;
        this.chunk = chunk;
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

    /**
     * Walks for as long as {@code atMost}, and one chunk at the least.
     *
     * @param now wall clock, milliseconds since the epoch
     */
    void slice(Duration atMost, long now) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Map<String, Walk> walked = new HashMap<>();
        while (!turns.isEmpty()) {
            String numberKey = turns.remove();
            Walk next = step(numberKey, walked.getOrDefault(numberKey, stores.walk(numberKey)));
            walked.put(numberKey, next);
            if (!next.arrived(stores.accesses().current(numberKey).sight())) {
                turns.add(numberKey);
            }
            if (System.nanoTime() - deadline >= 0) {
                break;
            }
        }
        walked.forEach((numberKey, walk) -> save(numberKey, walk, now));
    }

    /** The task goes elsewhere, and its walks with it. */
    void close() {
        counters.walks(-stores.walks().size());
    }

    private Walk step(String numberKey, Walk before) {
        Access target = stores.accesses().current(numberKey);
        Walk walk = before.atNextStretch(target.sight());
        String end = walk.segments().endOf(walk.cursor());
        List<IndexedRecord> stretch = stores.records().stretch(numberKey, walk.cursor(), end, chunk);
        for (IndexedRecord known : stretch) {
            retell(stores.told(numberKey, walk, known), target, known, walk);
        }
        boolean whole = stretch.size() < chunk;
        String to = whole ? end : stretch.get(stretch.size() - 1).position() + '\0';
        return walk.advanced(to, stretch.size(), target.sight());
    }

    private void retell(Access toldUnder, Access target, IndexedRecord known, Walk walk) {
        if (toldUnder.sight() != target.sight()) {
            List<FeedDiff.Row> rows = FeedDiff.ofAccess(
                    VisibilityRules.visible(known.record(), toldUnder),
                    VisibilityRules.visible(known.record(), target));
            feed.retold(known, rows, walk.changeId());
        }
    }

    private void save(String numberKey, Walk walk, long now) {
        Access target = stores.accesses().current(numberKey);
        walk.finished().forEach(line -> tell(target, LineRules.finished(target, line)));
        Walk waiting = walk.withoutFinished();
        if (walk.segments().oldest() > stores.walk(numberKey).segments().oldest()) {
            stores.accesses().forgetBefore(numberKey, walk.segments().oldest());
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
