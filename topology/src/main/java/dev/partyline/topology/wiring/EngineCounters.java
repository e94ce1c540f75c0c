package dev.partyline.topology.wiring;

import java.util.concurrent.atomic.LongAdder;

/** What this instance has counted since it started. Safe for many threads. */
public final class EngineCounters {
    private final LongAdder deadLetters = new LongAdder();
    private final LongAdder moved = new LongAdder();
    private final LongAdder records = new LongAdder();
    private final LongAdder superseded = new LongAdder();
    private final LongAdder expired = new LongAdder();
    private final LongAdder changes = new LongAdder();
    private final LongAdder deliveries = new LongAdder();
    private final LatencyHistogram deliveryLatency = new LatencyHistogram();
    private final LongAdder walks = new LongAdder();
    private final LongAdder untold = new LongAdder();

    /** A record was taken in. */
    public void record() {
        records.increment();
    }

    /** A record changed nothing: the same, a newer or an erased state of it was there. */
    public void superseded() {
        superseded.increment();
    }

    /** A record was too old for its number's retention. */
    public void expired() {
        expired.increment();
    }

    /** A change was taken in. */
    public void change() {
        changes.increment();
    }

    /** A message went to {@code dead-letters}. */
    public void deadLetter() {
        deadLetters.increment();
    }

    /** An event was sent on to its right partition. */
    public void moved() {
        moved.increment();
    }

    /** So many rows of a record were written to the feed, or withdrawn from it. */
    public void deliveries(int rows) {
        deliveries.add(rows);
    }

    /** A live row has come to the view, so long after its record was appended. */
    public void delivered(long afterMillis) {
        deliveryLatency.add(afterMillis);
    }

    /** So many walks more, or fewer, are under way. */
    public void walks(int more) {
        walks.add(more);
    }

    /** So many numbers more, or fewer, are still to be told their access. */
    public void untold(int more) {
        untold.add(more);
    }

    public long recordsSoFar() {
        return records.sum();
    }

    public long supersededSoFar() {
        return superseded.sum();
    }

    public long expiredSoFar() {
        return expired.sum();
    }

    public long changesSoFar() {
        return changes.sum();
    }

    public LatencyHistogram.Snapshot deliveryLatency() {
        return deliveryLatency.snapshot();
    }

    public long deadLettersSoFar() {
        return deadLetters.sum();
    }

    public long movedSoFar() {
        return moved.sum();
    }

    public long deliveriesSoFar() {
        return deliveries.sum();
    }

    public int walksUnderWay() {
        return walks.intValue();
    }

    /** Whether stream threads have work in slices, besides records. */
    public boolean slicesUnderWay() {
        return walks.sum() > 0 || untold.sum() > 0;
    }

    /** Numbers that the directory has still to tell their access. */
    public int untold() {
        return untold.intValue();
    }
}
