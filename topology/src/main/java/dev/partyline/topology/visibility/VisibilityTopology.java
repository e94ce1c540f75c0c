package dev.partyline.topology.visibility;

import dev.partyline.topology.visibility.FeedWriter.FeedSink;
import dev.partyline.topology.wiring.Partitioners;
import dev.partyline.topology.wiring.Wiring;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;

/** Visibility's nodes: records and {@code number-access} in, {@code feed} out. */
public final class VisibilityTopology {
    public static final String NUMBER_ACCESS = "number-access";
    public static final String VISIBILITY = "visibility";
    public static final String FEED = "visibility-to-feed";

    private VisibilityTopology() {}

    /** Adds the stage behind {@code recordsNode}, which forwards well-formed records keyed by number. */
    public static void addTo(Topology topology, Wiring wiring, String recordsNode, WalkSettings walks) {
        var topics = wiring.topics();
        FeedSink sink = new FeedSink(FEED, topics.feed().name(), wiring.serializer(topics.feed()));
        topology.addSource(
                        AutoOffsetReset.earliest(),
                        NUMBER_ACCESS,
                        // Control goes before records that wait in the same task.
                        (message, partitionTime) -> 0,
                        new StringDeserializer(),
                        wiring.deserializer(topics.numberAccess()),
                        topics.numberAccess().name())
                .addProcessor(
                        VISIBILITY,
                        () -> new VisibilityProcessor(sink, walks, wiring.counters()),
                        recordsNode,
                        NUMBER_ACCESS)
                .addSink(
                        FEED,
                        topics.feed().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        Partitioners.byFeedUser(),
                        VISIBILITY);
        stores().forEach(store -> topology.addStateStore(store, VISIBILITY));
    }

    private static List<StoreBuilder<?>> stores() {
        List<StoreBuilder<?>> stores = new ArrayList<>(AccessStore.builders());
        stores.addAll(RecordStore.builders());
        stores.add(WalkStore.builder());
        return stores;
    }
}
