package dev.partyline.topology.visibility;

import dev.partyline.schemas.topic.Topic;
import dev.partyline.topology.visibility.EncounterWriter.EncounterSink;
import dev.partyline.topology.visibility.FeedWriter.FeedSink;
import dev.partyline.topology.wiring.Partitioners;
import dev.partyline.topology.wiring.Wiring;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/** Visibility's nodes: records, {@code number-access} and {@code contact-access} in, {@code feed} and {@code encounters} out. */
public final class VisibilityTopology {
    public static final String NUMBER_ACCESS = "number-access";
    public static final String VISIBILITY = "visibility";
    public static final String CONTACT_ACCESS = "contact-access";
    public static final String FEED = "visibility-to-feed";
    public static final String ENCOUNTERS = "visibility-to-encounters";

    private VisibilityTopology() {}

    /** Adds the stage behind {@code recordsNode}, which forwards well-formed records keyed by number. */
    public static void addTo(Topology topology, Wiring wiring, String recordsNode, WalkSettings walks) {
        var topics = wiring.topics();
        FeedSink feed =
                new FeedSink(FEED, topics.feed().name(), wiring.serializer(topics.feed()), new DirectRows(wiring));
        EncounterSink encounters =
                new EncounterSink(ENCOUNTERS, topics.encounters().name(), wiring.serializer(topics.encounters()));
        WalkPace pace = new WalkPace(walks);
        addControl(topology, wiring, NUMBER_ACCESS, topics.numberAccess());
        addControl(topology, wiring, CONTACT_ACCESS, topics.contactAccess());
        topology.addProcessor(
                        VISIBILITY,
                        () -> new VisibilityProcessor(feed, encounters, pace, wiring.counters(), wiring.heap()),
                        recordsNode,
                        NUMBER_ACCESS,
                        CONTACT_ACCESS)
                .addSink(
                        FEED,
                        topics.feed().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        Partitioners.byFeedUser(),
                        VISIBILITY)
                .addSink(
                        ENCOUNTERS,
                        topics.encounters().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        VISIBILITY);
        VisibilityStores.builders().forEach(store -> topology.addStateStore(store, VISIBILITY));
    }

    /** A source whose messages go before records that wait in the same task. */
    private static void addControl(Topology topology, Wiring wiring, String node, Topic<?> topic) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                node,
                (message, partitionTime) -> 0,
                new StringDeserializer(),
                wiring.deserializer(topic),
                topic.name());
    }
}
