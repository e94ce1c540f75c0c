package dev.partyline.topology.view;

import dev.partyline.topology.wiring.Wiring;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
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
        addTable(topology, USER_FEED, wiring.topics().feed().name());
        addTable(topology, USER_NUMBERS, wiring.topics().userAccess().name());
    }

    private static void addTable(Topology topology, String store, String topic) {
        topology.addReadOnlyStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(store), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                store + "-source",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                topic,
                store + "-table",
                () -> new Table(store));
    }

    private static final class Table extends ContextualProcessor<String, byte[], Void, Void> {
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
}
