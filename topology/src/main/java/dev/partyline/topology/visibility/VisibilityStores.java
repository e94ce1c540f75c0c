package dev.partyline.topology.visibility;

import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** All that Visibility remembers about its numbers. */
record VisibilityStores(AccessStore accesses, RecordStore records, WalkStore walks) {
    static VisibilityStores in(ProcessorContext<?, ?> context) {
        return new VisibilityStores(new AccessStore(context), new RecordStore(context), new WalkStore(context));
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
