package dev.partyline.topology.visibility;

import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
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
        RetentionStore retention) {
    static VisibilityStores in(ProcessorContext<?, ?> context) {
        return new VisibilityStores(
                new AccessStore(context),
                new RecordStore(context),
                new WalkStore(context),
                new ContactStore(context),
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

    static String numberKey(TelephonyRecord record) {
        return Keys.ofNumber(record.getWorkspaceId(), record.getNumber());
    }
}
