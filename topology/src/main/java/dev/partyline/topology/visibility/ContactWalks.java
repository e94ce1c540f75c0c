package dev.partyline.topology.visibility;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** Walks the records of contacts whose owner has changed, newest first, the contacts in turn. */
final class ContactWalks implements Rounds {
    private final VisibilityStores stores;
    private final Telling telling;
    private final WalkScope scope;
    private final Queue<String> turns = new ArrayDeque<>();
    private final Set<String> walked = new LinkedHashSet<>();

    ContactWalks(VisibilityStores stores, Telling telling, WalkScope scope) {
        this.stores = stores;
        this.telling = telling;
        this.scope = scope;
        turns.addAll(stores.contactWalks().contacts());
        scope.counters().walks(turns.size());
    }

    /** Begins a walk, or lets the one under way go on and come round once more. */
    void walk(String contactKey, Origin origin) {
        ContactWalk underWay = stores.contactWalks().get(contactKey);
        if (underWay == null) {
            turns.add(contactKey);
            scope.counters().walks(1);
        }
        stores.contactWalks().put(contactKey, underWay == null ? ContactWalk.begin(origin) : underWay.again(origin));
    }

    @Override
    public boolean underWay() {
        return !turns.isEmpty();
    }

    @Override
    public void step(long now) {
        String contactKey = turns.remove();
        ContactWalk walk = stores.contactWalks().walkOf(contactKey);
        String numberKey = contactKey.substring(0, contactKey.lastIndexOf('|'));
        List<String> leg = stores.contacts()
                .records()
                .positions(contactKey, walk.cursor(), walk.end(), scope.pace().chunk());
        for (String position : leg) {
            IndexedRecord known = stores.records().get(numberKey, position);
            if (known != null) {
                telling.again(numberKey, known, walk.origin());
            }
        }
        if (leg.size() == scope.pace().chunk()) {
            goOn(contactKey, walk.past(leg.get(leg.size() - 1), leg.size()));
        } else if (!walk.onLastLeg()) {
            goOn(contactKey, walk.wrapped(leg.size()));
        } else {
            walked.remove(contactKey);
            stores.contactWalks().remove(contactKey);
            scope.counters().walks(-1);
        }
    }

    @Override
    public void sliceEnds(long now) {
        walked.forEach(stores.contactWalks()::save);
        walked.clear();
    }

    @Override
    public int size() {
        return stores.contactWalks().contacts().size();
    }

    private void goOn(String contactKey, ContactWalk next) {
        stores.contactWalks().advance(contactKey, next);
        walked.add(contactKey);
        turns.add(contactKey);
    }
}
