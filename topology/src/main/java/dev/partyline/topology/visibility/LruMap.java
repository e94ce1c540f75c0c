package dev.partyline.topology.visibility;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what was asked for last. */
final class LruMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private static final float LOAD_FACTOR = 0.75f;

    private final int most;

    /** @param most entries kept */
    LruMap(int most) {
        super(most, LOAD_FACTOR, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
