package dev.partyline.topology.visibility;

import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import dev.partyline.topology.store.HeapBudget;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;

/** All that Visibility remembers about its numbers. */
record VisibilityStores(
        AccessStore accesses,
        RecordStore records,
        WalkStore walks,
        ContactStore contacts,
        ContactWalkStore contactWalks,
        StrangerStore strangers,
        RetentionStore retention)
        implements AutoCloseable {
    static VisibilityStores in(ProcessorContext<?, ?> context, HeapBudget heap) {
        return new VisibilityStores(
                new AccessStore(context, heap),
                new RecordStore(context, heap),
                new WalkStore(context),
                new ContactStore(context, heap),
                new ContactWalkStore(context),
                new StrangerStore(context),
                new RetentionStore(context));
    }

    static List<StoreBuilder<?>> builders() {
        List<StoreBuilder<?>> stores = new ArrayList<>(AccessStore.builders());
        stores.addAll(RecordStore.builders());
        stores.add(WalkStore.builder());
        stores.addAll(ContactStore.builders());
        stores.add(ContactWalkStore.builder());
        stores.add(StrangerStore.builder());
        stores.add(RetentionStore.builder());
        return stores;
    }

    /** The number's walk; one at rest when none is under way. */
    Walk walk(String numberKey) {
        Walk walk = walks.get(numberKey);
        return walk == null ? Walk.atRest(accesses.current(numberKey).sight()) : walk;
    }

    /** The access under which {@code known} was last told. */
    Access told(String numberKey, Walk walk, IndexedRecord known) {
        return accesses.at(numberKey, walk.told(known.position(), known.sight()));
    }

    /** Lets go of what is held on the heap. */
    @Override
    public void close() {
        accesses.close();
        records.close();
        contacts.close();
    }

    static String numberKey(TelephonyRecord record) {
        return Keys.ofNumber(record.getWorkspaceId(), record.getNumber());
    }
}
