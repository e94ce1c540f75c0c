package dev.partyline.topology.visibility;

import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import java.util.List;
import java.util.Map;

/**
 * Takes records as they arrive. Each is decided under the number's newest access, wherever a walk has come to, and what
 * it ends is withdrawn with it: nothing that happens after a revocation reaches the revoked user.
 */
final class LiveRecords {
    private final VisibilityStores stores;
    private final FeedWriter feed;

    LiveRecords(VisibilityStores stores, FeedWriter feed) {
        this.stores = stores;
        this.feed = feed;
    }

    /** @param appendedAt when the broker appended the event, milliseconds since the epoch */
    void take(TelephonyRecord record, long appendedAt) {
        String numberKey = VisibilityStores.numberKey(record);
        Access access = stores.accesses().current(numberKey);
        IndexedRecord arrived = RecordCodec.arrived(record, access.sight());
        IndexedRecord known = stores.records().get(numberKey, arrived.position());
        if (known == null) {
            stores.records().add(numberKey, arrived);
            tell(arrived, Map.of(), access, appendedAt);
        } else if (arrived.supersedes(known)) {
            Access toldUnder = stores.told(numberKey, stores.walk(numberKey), known);
            stores.records().replace(numberKey, arrived);
            tell(arrived, VisibilityRules.visible(known.record(), toldUnder), access, appendedAt);
        }
    }

    private void tell(IndexedRecord arrived, Map<String, Reasons> before, Access access, long appendedAt) {
        List<FeedDiff.Row> rows = FeedDiff.ofContent(before, VisibilityRules.visible(arrived.record(), access));
        Cause cause = arrived.record().getKind() == RecordKind.ERASED ? Cause.ERASE : null;
        feed.live(arrived, rows, appendedAt, cause);
    }
}
