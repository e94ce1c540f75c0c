package dev.partyline.topology.view;

import dev.partyline.topology.wiring.EngineCounters;
import org.apache.kafka.common.header.Headers;

/** The table of feeds, which counts how long live rows took. */
final class FeedTable extends Table {
    private final EngineCounters counters;

    FeedTable(String store, String topic, ViewProgress view, EngineCounters counters) {
        super(store, topic, view);
        this.counters = counters;
    }

    /** Only a live row has no headers; its timestamp is when its record was appended. */
    @Override
    void seen(long timestamp, Headers headers, long now) {
        if (!headers.iterator().hasNext()) {
            counters.delivered(now - timestamp);
        }
    }
}
