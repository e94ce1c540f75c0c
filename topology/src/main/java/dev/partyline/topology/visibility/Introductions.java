package dev.partyline.topology.visibility;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * Tells the records anew that waited for the directory's answer about somebody, once the number's access knows them. A
 * record that was told waits no more, so there is no cursor to keep: a crash begins with those that are left.
 */
final class Introductions implements Rounds {
    private final VisibilityStores stores;
    private final Telling telling;
    private final WalkScope scope;
    private final Queue<String> turns = new ArrayDeque<>();

    Introductions(VisibilityStores stores, Telling telling, WalkScope scope) {
        this.stores = stores;
        this.telling = telling;
        this.scope = scope;
        stores.strangers().all().stream().filter(this::knownByNow).forEach(turns::add);
        scope.counters().walks(turns.size());
    }

    /** Begins to tell the records that wait for {@code stranger} (as {@link StrangerStore#key}), who is known now. */
    void walk(String stranger) {
        turns.add(stranger);
        scope.counters().walks(1);
    }

    @Override
    public boolean underWay() {
        return !turns.isEmpty();
    }

    @Override
    public void step(long now) {
        String stranger = turns.remove();
        String numberKey = numberKey(stranger);
        List<String> waiting =
                stores.strangers().positions(stranger, scope.pace().chunk());
        for (String position : waiting) {
            IndexedRecord known = stores.records().get(numberKey, position);
            if (known != null) {
                telling.again(numberKey, known, Origin.NONE);
            }
            stores.strangers().remove(stranger, position);
        }
        if (waiting.size() == scope.pace().chunk()) {
            turns.add(stranger);
        } else {
            scope.counters().walks(-1);
        }
    }

    @Override
    public int size() {
        return turns.size();
    }

    private boolean knownByNow(String stranger) {
        String userId = stranger.substring(stranger.lastIndexOf('|') + 1);
        return stores.accesses().current(numberKey(stranger)).member(userId) != null;
    }

    private static String numberKey(String stranger) {
        return stranger.substring(0, stranger.lastIndexOf('|'));
    }
}
