package dev.partyline.topology.directory;

import dev.partyline.schemas.Keys;
import dev.partyline.topology.store.HeapBudget;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** All that the Directory remembers. */
record DirectoryStores(DirectoryStore directory, DecidedStore decided, UntoldStore untold, ReturnStore returning)
        implements AutoCloseable {
    static DirectoryStores in(ProcessorContext<?, ?> context, HeapBudget heap) {
        return new DirectoryStores(
                new DirectoryStore(context.getStateStore(DirectoryTopology.DIRECTORY_STORE), heap),
                new DecidedStore(context.getStateStore(DirectoryTopology.DECIDED_STORE)),
                new UntoldStore(context.getStateStore(DirectoryTopology.UNTOLD_STORE)),
                new ReturnStore(context.getStateStore(DirectoryTopology.RETURNING_STORE)));
    }

    /** Stores what changed, what of it is still to be told, and who returns by it. */
    void put(DirectoryDelta delta, Announcements announcements, Origin origin) {
        delta.changedPeople().forEach((userId, person) -> {
            boolean before = delta.before()
                    .person(userId)
                    .map(DirectoryMember::returning)
                    .orElse(false);
            if (person.returning() != before) {
                turn(Keys.ofUser(delta.workspaceId(), userId), person, delta, origin);
            }
        });
        List<String> changed = announcements.numbers();
        if (!changed.isEmpty() && returning.anyOf(delta.workspaceId())) {
            changed.forEach(number -> awaitChanged(number, delta));
        }
        announcements.now().forEach(announcement -> {
            if (announcement instanceof Announcement.OfNumber told) {
                untold.remove(delta.workspaceId(), told.access().getNumber());
            }
        });
        untold.add(delta.workspaceId(), announcements.later(), origin);
        directory.put(delta); // Last: the delta shows what is before it by reading the store.
    }

    /** Lets go of what is held on the heap. */
    @Override
    public void close() {
        directory.close();
    }

    /** Whoever is returning to a number that has changed waits until it has applied that as well. */
    private void awaitChanged(String number, DirectoryDelta delta) {
        long version = delta.head().version();
        for (String userId : delta.numberOrUnused(number).users()) {
            if (delta.person(userId).filter(DirectoryMember::returning).isPresent()) {
                returning.await(Keys.ofUser(delta.workspaceId(), userId), number, version);
            }
        }
    }

    private void turn(String userKey, DirectoryMember person, DirectoryDelta delta, Origin origin) {
        if (person.returning()) {
            returning.begin(userKey, person.numbers(), delta.head().version(), origin);
        } else {
            returning.cancel(userKey);
        }
    }
}
