package dev.partyline.topology.view;

import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.Wiring;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The view's stores, read-only over their topics (KIP-813): the topic is the changelog, nothing is written twice.
 *
 * <pre>
 * user-feed     the feed's key   -> FeedEntry, as it lies in the topic
 * user-numbers  ws|userId        -> UserAccess, as it lies in the topic
 * </pre>
 */
public final class ViewTopology {
    public static final String USER_FEED = "user-feed";
    public static final String USER_NUMBERS = "user-numbers";

    private ViewTopology() {}

    public static void addTo(Topology topology, Wiring wiring) {
        String feed = wiring.topics().feed().name();
        addTable(topology, USER_FEED, feed, () -> new FeedTable(USER_FEED, wiring.counters()));
        addTable(topology, USER_NUMBERS, wiring.topics().userAccess().name(), () -> new Table(USER_NUMBERS));
    }

    private static void addTable(
            Topology topology, String store, String topic, ProcessorSupplier<String, byte[], Void, Void> table) {
        topology.addReadOnlyStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(store), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                store + "-source",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                topic,
                store + "-table",
                table);
    }

    private static class Table extends ContextualProcessor<String, byte[], Void, Void> {
        private final String name;

        Table(String name) {
            this.name = name;
        }

        @Override
        public void process(Record<String, byte[]> row) {
            KeyValueStore<String, byte[]> table = context().getStateStore(name);
            table.put(row.key(), row.value());
        }
    }

    private static final class FeedTable extends Table {
        private final EngineCounters counters;

        FeedTable(String name, EngineCounters counters) {
            super(name);
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
}
