package dev.partyline.topology.visibility;

import dev.partyline.schema.RecordKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is so of a record now, and tells the difference to what was last told of it: the one diff of DESIGN 7.
 * What was last told follows from two things: its assignees from the access it was told under, everybody else from what
 * stands with the record.
 */
final class Telling {
    private final VisibilityStores stores;
    private final Acquaintances acquaintances;
    private final FeedWriter feed;

    Telling(VisibilityStores stores, Acquaintances acquaintances, FeedWriter feed) {
        this.stores = stores;
        this.acquaintances = acquaintances;
        this.feed = feed;
    }

    /**
     * Indexes a record as a live event has it, and tells it.
     *
     * @param known the same as it was; null: it is new
     * @param appendedAt when the broker appended the event, milliseconds since the epoch
     */
    void live(String numberKey, IndexedRecord arrived, @Nullable IndexedRecord known, long appendedAt) {
        Map<String, Reasons> before = known == null ? Map.of() : told(numberKey, known);
        acquaintances.index(numberKey, arrived, known);
        Access access = stores.accesses().current(numberKey);
        Map<String, Reasons> personal = personal(numberKey, arrived, access);
        IndexedRecord told = arrived.told(access.sight(), personal);
        if (known == null) {
            stores.records().add(numberKey, told);
        } else {
            stores.records().replace(numberKey, told);
        }
        Map<String, Reasons> after =
                VisibilityRules.together(VisibilityRules.assignees(arrived.record(), access), personal);
        Cause cause = arrived.record().getKind() == RecordKind.ERASED ? Cause.ERASE : null;
        feed.live(told, FeedDiff.ofContent(before, after), appendedAt, cause);
    }

    /** Tells a record anew, because of its people or its contact; a walk may be anywhere. */
    void again(String numberKey, IndexedRecord known, Origin origin) {
        Access toldUnder = stores.told(numberKey, stores.walk(numberKey), known);
        IndexedRecord told = retell(numberKey, known, toldUnder, origin).record();
        if (toldUnder.sight() != told.sight() || !told.personal().equals(known.personal())) {
            stores.records().replace(numberKey, told);
        }
    }

    /**
     * Tells a record anew that the number's walk passes by; {@code walk} will remember under which sight.
     *
     * @return how many rows were written
     */
    int inPassing(String numberKey, IndexedRecord known, Walk walk) {
        Access toldUnder = stores.told(numberKey, walk, known);
        if (toldUnder.sight() == stores.accesses().current(numberKey).sight()) {
            return 0;
        }
        Retold retold = retell(numberKey, known, toldUnder, walk.origin());
        if (!retold.record().personal().equals(known.personal())) {
            stores.records().replace(numberKey, retold.record());
        }
        return retold.rows();
    }

    /**
     * Takes a record away that has become too old.
     *
     * @return how many rows were written
     */
    int expire(String numberKey, IndexedRecord known) {
        List<FeedDiff.Row> rows = FeedDiff.ofAccess(told(numberKey, known), Map.of());
        feed.expired(known, rows);
        stores.records().remove(numberKey, known);
        acquaintances.forget(numberKey, known);
        return rows.size();
    }

    /** A record as it was told anew, and the rows that it took. */
    private record Retold(IndexedRecord record, int rows) {}

    private Retold retell(String numberKey, IndexedRecord known, Access toldUnder, Origin origin) {
        Access access = stores.accesses().current(numberKey);
        Map<String, Reasons> personal = personal(numberKey, known, access);
        List<FeedDiff.Row> rows = FeedDiff.ofAccess(
                VisibilityRules.together(VisibilityRules.assignees(known.record(), toldUnder), known.personal()),
                VisibilityRules.together(VisibilityRules.assignees(known.record(), access), personal));
        feed.retold(known, rows, origin);
        return new Retold(known.told(access.sight(), personal), rows.size());
    }

    private Map<String, Reasons> told(String numberKey, IndexedRecord known) {
        Access toldUnder = stores.told(numberKey, stores.walk(numberKey), known);
        return VisibilityRules.together(VisibilityRules.assignees(known.record(), toldUnder), known.personal());
    }

    private Map<String, Reasons> personal(String numberKey, IndexedRecord record, Access access) {
        ContactOwner owner = acquaintances.ownerOf(numberKey, record.record());
        acquaintances.await(numberKey, record, VisibilityRules.strangers(record.record(), access, owner));
        return VisibilityRules.personal(record.record(), access, owner);
    }
}
