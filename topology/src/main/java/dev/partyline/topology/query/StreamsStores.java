package dev.partyline.topology.query;

import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.topology.view.ViewTopology;
import dev.partyline.topology.wiring.Wiring;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The stores of this instance, asked one partition at a time. The view's are read at the committed end of their topics.
 */
final class StreamsStores implements Stores {
    private final KafkaStreams streams;
    private final Wiring wiring;
    private final BrokerContact contact;
    private final ViewEnds ends;
    private final Map<String, String> viewTopics;

    StreamsStores(KafkaStreams streams, Wiring wiring, BrokerContact contact, ViewEnds ends) {
        this.streams = streams;
        this.wiring = wiring;
        this.contact = contact;
        this.ends = ends;
        this.viewTopics = Map.of(
                ViewTopology.USER_FEED, wiring.topics().feed().name(),
                ViewTopology.USER_NUMBERS, wiring.topics().userAccess().name());
    }

    @Override
    public <T> T ask(
            String store, Topic<?> like, String key, Function<ReadOnlyKeyValueStore<String, byte[]>, T> question) {
        return ask(new StorePart(store, partition(like, key), false), question);
    }

    /** The same stores, of which nobody says how far they have come: for who finds that out. */
    Stores asTheyStand() {
        return new Stores() {
            @Override
            public <T> T ask(
                    String store,
                    Topic<?> like,
                    String key,
                    Function<ReadOnlyKeyValueStore<String, byte[]>, T> question) {
                return read(StreamsStores.<byte[]>parameters(store).withPartition(partition(like, key)), question);
            }

            @Override
            public <V, T> T askAll(String store, Function<ReadOnlyKeyValueStore<String, V>, T> question) {
                return StreamsStores.this.askAll(store, question);
            }
        };
    }

    /** Asks one part. A feed never comes from a standby: nobody could say what it does not know yet. */
    <T> T ask(StorePart part, Function<ReadOnlyKeyValueStore<String, byte[]>, T> question) {
        StoreQueryParameters<ReadOnlyKeyValueStore<String, byte[]>> parameters =
                StreamsStores.<byte[]>parameters(part.store()).withPartition(part.partition());
        if (part.standby()) {
            if (part.store().equals(ViewTopology.USER_FEED)) {
                throw new NotReadyException("the instance that holds the feed does not answer; ask again in a moment");
            }
            return read(parameters.enableStaleStores(), question);
        }
        return Optional.ofNullable(viewTopics.get(part.store()))
                .map(topic -> ends.atEnd(new TopicPartition(topic, part.partition()), () -> read(parameters, question)))
                .orElseGet(() -> read(parameters, question));
    }

    @Override
    public <V, T> T askAll(String store, Function<ReadOnlyKeyValueStore<String, V>, T> question) {
        return read(parameters(store), question);
    }

    int partition(Topic<?> like, String key) {
        return Partitions.ofKey(key, wiring.partitionsOf(like));
    }

    private <V, T> T read(
            StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> parameters,
            Function<ReadOnlyKeyValueStore<String, V>, T> question) {
        contact.check();
        if (!streams.state().isRunningOrRebalancing()) {
            throw new NotReadyException("this instance does not run: it is " + streams.state());
        }
        try {
            return question.apply(streams.store(parameters));
        } catch (InvalidStateStoreException e) {
            throw new NotReadyException(
                    parameters.storeName() + " is being restored or moved; ask again in a moment", e);
        }
    }

    private static <V> StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> parameters(String store) {
        return StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore());
    }
}
