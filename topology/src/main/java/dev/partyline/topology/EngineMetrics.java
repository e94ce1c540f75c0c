package dev.partyline.topology;

import dev.partyline.topology.wiring.LatencyHistogram;
import java.util.Map;

/**
 * What an instance measures of itself, since it started unless said otherwise.
 *
 * @param records records taken in
 * @param changes changes taken in
 * @param deliveries record rows written to the feed, withdrawals included
 * @param deadLetters messages sent to {@code dead-letters}
 * @param moved events sent on to their right partition
 * @param superseded records that changed nothing: the same, a newer or an erased state of them was there
 * @param expired records that were too old for their number's retention
 * @param walks walks under way now
 * @param untold numbers that are still to be told their access now
 * @param deliveryLatency of live record rows, from the append of the record to its row in the view
 * @param lag messages that each stage has still to read now
 * @param stores how much each store holds now, of this instance's partitions
 */
public record EngineMetrics(
        long records,
        long changes,
        long deliveries,
        long deadLetters,
        long moved,
        long superseded,
        long expired,
        int walks,
        int untold,
        LatencyHistogram.Snapshot deliveryLatency,
        Map<Stage, Long> lag,
        Map<String, StoreSize> stores) {

    /** A stage of the topology. */
    public enum Stage {
        DIRECTORY,
        VISIBILITY,
        VIEW
    }

    /**
     * How much a store holds.
     *
     * @param entries as RocksDB estimates them
     * @param bytes of its files
     */
    public record StoreSize(long entries, long bytes) {
        StoreSize plus(StoreSize other) {
            return new StoreSize(entries + other.entries, bytes + other.bytes);
        }
    }
}
