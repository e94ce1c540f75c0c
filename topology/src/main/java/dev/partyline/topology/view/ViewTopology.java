package dev.partyline.topology.view;

import dev.partyline.topology.wiring.Wiring;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
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

    /** @param progress told how far the tables have come */
    public static void addTo(Topology topology, Wiring wiring, ViewProgress progress) {
        String feed = wiring.topics().feed().name();
        String users = wiring.topics().userAccess().name();
        addTable(topology, USER_FEED, feed, () -> new FeedTable(USER_FEED, feed, progress, wiring.counters()));
        addTable(topology, USER_NUMBERS, users, () -> new Table(USER_NUMBERS, users, progress));
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
}
