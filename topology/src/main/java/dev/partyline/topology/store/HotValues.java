package dev.partyline.topology.store;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A store's values as last put or read, decoded, on the heap; the store itself is written through. Once the
 * {@link HeapBudget} is used up, what was asked for least recently goes first. For one thread.
 */
public final class HotValues<V> implements AutoCloseable {
    /** Of an entry and its key. */
    private static final long ENTRY_BYTES = 160;

    private static final int INITIAL_ENTRIES = 64;
    private static final float LOAD_FACTOR = 0.75f;

    private final HeapBudget budget;
    private final ToLongFunction<V> bytes;
    private final Map<String, V> values = new LinkedHashMap<>(INITIAL_ENTRIES, LOAD_FACTOR, true);
    private long held;
    private boolean closed;

    /**
     * @param budget what this may take
     * @param bytes how much a value takes, roughly; the same for a value at all times
     */
    public HotValues(HeapBudget budget, ToLongFunction<V> bytes) {
        this.budget = budget;
        this.bytes = bytes;
        budget.join();
    }

    /** Null: not held here. */
    @Nullable
    V get(String key) {
        return values.get(key);
    }

    /** What is held; else what {@code read} finds in the store, which is held from then on. */
    public V get(String key, Function<String, V> read) {
        V held = values.get(key);
        if (held != null) {
            return held;
        }
        V value = read.apply(key);
        put(key, value);
        return value;
    }

    /** As {@link #get(String, Function)}, of what the store may not know. */
    public Optional<V> find(String key, Function<String, Optional<V>> read) {
        V held = values.get(key);
        if (held != null) {
            return Optional.of(held);
        }
        Optional<V> found = read.apply(key);
        found.ifPresent(value -> put(key, value));
        return found;
    }

    /** Holds the value, and lets go of others if there is no room. */
    public void put(String key, V value) {
        V before = values.put(key, value);
        account(before == null ? size(value) : bytes.applyAsLong(value) - bytes.applyAsLong(before));
        if (budget.exceededBy(held)) {
            letGo();
        }
    }

    public void remove(String key) {
        V gone = values.remove(key);
        if (gone != null) {
            account(-size(gone));
        }
    }

    /** Gives back all that it holds; once, however often it is called. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            values.clear();
            budget.leave(held);
        }
    }

    private void letGo() {
        Iterator<V> eldest = values.values().iterator();
        while (budget.exceededBy(held) && eldest.hasNext()) {
            V gone = eldest.next();
            eldest.remove();
            account(-size(gone));
        }
    }

    private long size(V value) {
        return ENTRY_BYTES + bytes.applyAsLong(value);
    }

    private void account(long more) {
        if (more != 0) {
            held += more;
            budget.take(more);
        }
    }
}
