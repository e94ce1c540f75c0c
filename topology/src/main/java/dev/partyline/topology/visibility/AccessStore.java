package dev.partyline.topology.visibility;

import dev.partyline.schema.NumberAccess;
import dev.partyline.topology.store.HeapBudget;
import dev.partyline.topology.store.HotValues;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Which access each number has, and which earlier ones some record may still have been told under.
 *
 * <pre>
 * number-assignees   ws|number                   -> the access applied last (AppliedAccess)
 * superseded-access  ws|number|&lt;19 digits sight> -> one before it
 * </pre>
 *
 * Compiled accesses of busy numbers stay on the heap; the stores are written through.
 */
public final class AccessStore implements AutoCloseable {
    /** Name of the store that readers may ask, too. */
    public static final String ASSIGNEES = "number-assignees";

    static final String SUPERSEDED = "superseded-access";

    private static final String ZEROS = "0".repeat(19);

    private final KeyValueStore<String, byte[]> assignees;
    private final KeyValueStore<String, byte[]> superseded;
    private final HotValues<Access> compiled;

    AccessStore(ProcessorContext<?, ?> context, HeapBudget heap) {
        compiled = new HotValues<>(heap, Access::heapBytes);
        assignees = context.getStateStore(ASSIGNEES);
        superseded = context.getStateStore(SUPERSEDED);
    }

    static List<StoreBuilder<?>> builders() {
        return List.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(ASSIGNEES), Serdes.String(), Serdes.ByteArray()),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(SUPERSEDED), Serdes.String(), Serdes.ByteArray()));
    }

    /** The access applied last; that of nobody when no change has mentioned the number. */
    Access current(String numberKey) {
        return compiled.get(numberKey, key -> compile(assignees.get(key)));
    }

    /** The access of an earlier sight, or the current one. */
    Access at(String numberKey, long sight) {
        Access current = current(numberKey);
        if (current.sight() == sight) {
            return current;
        }
        return sight == 0 ? Access.none() : compiled.get(key(numberKey, sight), this::kept);
    }

    /** Applies the access that follows, keeping the one before for as long as a record may have been told under it. */
    Access apply(String numberKey, NumberAccess next, long offset) {
        Access before = current(numberKey);
        Access after = before.followedBy(next);
        byte[] known = assignees.get(numberKey);
        if (known != null && after.sight() != before.sight()) {
            superseded.put(key(numberKey, before.sight()), known);
        }
        assignees.put(numberKey, new AppliedAccess(after.sight(), offset, next).encode());
        compiled.put(numberKey, after);
        return after;
    }

    /** Drops what no record can have been told under any more: all sights before {@code oldest}. */
    void forgetBefore(String numberKey, long oldest) {
        try (KeyValueIterator<String, byte[]> range = superseded.range(key(numberKey, 0), key(numberKey, oldest - 1))) {
            range.forEachRemaining(entry -> {
                superseded.delete(entry.key);
                compiled.remove(entry.key);
            });
        }
    }

    @Override
    public void close() {
        compiled.close();
    }

    /** What a record was told under must be known: guessing it would leave rows behind that nobody withdraws. */
    private Access kept(String key) {
        byte[] bytes = superseded.get(key);
        if (bytes == null) {
            throw new IllegalStateException("superseded access " + key + " is gone, but a record was told under it");
        }
        return compile(bytes);
    }

    private static Access compile(byte @Nullable [] bytes) {
        if (bytes == null) {
            return Access.none();
        }
        AppliedAccess applied = AppliedAccess.decode(bytes);
        return Access.of(applied.sight(), applied.access());
    }

    /** Sights in their order; built by hand, because each record that is told again asks for one. */
    private static String key(String numberKey, long sight) {
        String digits = Long.toString(sight);
        return numberKey + '|' + ZEROS.substring(digits.length()) + digits;
    }
}
