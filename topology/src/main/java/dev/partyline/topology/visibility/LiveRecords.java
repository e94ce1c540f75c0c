package dev.partyline.topology.visibility;

import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.wiring.EngineCounters;
import java.util.function.LongSupplier;

/**
 * Takes records as they arrive. Each is decided under the number's newest access, wherever a walk has come to, and what
 * it ends is withdrawn with it: nothing that happens after a revocation reaches the revoked user.
 */
final class LiveRecords {
    private final VisibilityStores stores;
    private final Telling telling;
    private final EngineCounters counters;
    private final LongSupplier clock;
    private final WalkPace pace;

    /**
     * @param scope of the walks that records share the engine with
     * @param clock wall clock, milliseconds since the epoch
     */
    LiveRecords(VisibilityStores stores, Telling telling, WalkScope scope, LongSupplier clock) {
        this.stores = stores;
        this.telling = telling;
        this.counters = scope.counters();
        this.pace = scope.pace();
        this.clock = clock;
    }

    /** @param appendedAt when the broker appended the event, milliseconds since the epoch */
    void take(TelephonyRecord record, long appendedAt) {
        long now = clock.getAsLong();
        pace.live(now);
        String numberKey = VisibilityStores.numberKey(record);
        IndexedRecord arrived = RecordCodec.arrived(record);
        IndexedRecord known = stores.records().known(numberKey, arrived);
        long cutoff = RetentionRules.cutoff(stores.accesses().current(numberKey).retentionDays(), now);
        if (RetentionRules.expired(record, cutoff)) {
            counters.expired();
            if (known != null && RetentionRules.expired(known.record(), cutoff)) {
                telling.expire(numberKey, known);
            }
        } else if (known == null || arrived.supersedes(known)) {
            telling.live(numberKey, arrived, known, appendedAt);
        } else {
            counters.superseded();
        }
    }
}
