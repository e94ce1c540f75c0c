package dev.partyline.topology.view;

import dev.partyline.topology.wiring.EngineCounters;
import org.apache.kafka.streams.processor.api.Record;

/** The table of feeds, which counts how long live rows took. */
final class FeedTable extends Table {
    private final EngineCounters counters;

    FeedTable(String store, String topic, ViewProgress view, EngineCounters counters) {
        super(store, topic, view);
        this.counters = counters;
    }

    /** Only a live row has no headers; its timestamp is when its record was appended. */
    @Override
    public void process(Record<String, byte[]> row) {
        super.process(row);
        if (row.headers().toArray().length == 0) {
            counters.delivered(context().currentSystemTimeMs() - row.timestamp());
        }
    }
}
