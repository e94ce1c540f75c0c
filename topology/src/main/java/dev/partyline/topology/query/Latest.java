package dev.partyline.topology.query;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what has not been asked for longest. */
final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private static final float LOAD_FACTOR = 0.75f;

    private final int most;

    Latest(int most) {
        super(most, LOAD_FACTOR, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
