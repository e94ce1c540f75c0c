package dev.partyline.topology.visibility;

import dev.partyline.schema.NumberAccess;
import dev.partyline.topology.visibility.LineRules.AccessChange;

/**
 * Applies changes of a number's access. The line rows go out first; the records follow by the walk that this starts or
 * turns towards the new sight.
 */
final class AccessChanges {
    private final VisibilityStores stores;
    private final FeedWriter feed;
    private final EncounterWriter encounters;
    private final Walker walker;

    AccessChanges(VisibilityStores stores, FeedWriter feed, EncounterWriter encounters, Walker walker) {
        this.stores = stores;
        this.feed = feed;
        this.encounters = encounters;
        this.walker = walker;
    }

    /**
     * @param offset where in {@code number-access} it stands
     * @param origin the change behind it
     */
    void apply(String numberKey, NumberAccess next, long offset, Origin origin) {
        Walk walk = stores.walk(numberKey);
        Access before = stores.accesses().current(numberKey);
        Access after = stores.accesses().apply(numberKey, next, offset);
        AccessChange change =
                new AccessChange(before, after, walk, stores.records().count(numberKey), origin);
        Walk bound = after.sight() == before.sight() ? walk : walk.boundFor(origin);
        Walk turned = bound.waitedForBy(LineRules.pending(change));
        for (LineRow row : LineRules.rows(change, turned)) {
            feed.line(next.getWorkspaceId(), next.getNumber(), row);
        }
        if (!turned.arrived(after.sight())) {
            walker.numbers().walk(numberKey, turned);
        }
        introduce(numberKey, before, after);
        walker.retention().follow(numberKey, before, after);
        next.getReturning().forEach(userId -> encounters.returned(next, userId));
    }

    /** Records wait for some of those whom the number knows only now. */
    private void introduce(String numberKey, Access before, Access after) {
        for (String userId : after.userIds()) {
            if (before.member(userId) == null && stores.strangers().awaits(numberKey, userId)) {
                walker.introductions().walk(StrangerStore.key(numberKey, userId));
            }
        }
    }
}
