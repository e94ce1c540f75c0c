package dev.partyline.topology.query;

import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.topology.wiring.Wiring;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores of this instance, asked one partition at a time: that of the key in question. */
final class StreamsStores implements Stores {
    private final KafkaStreams streams;
    private final Wiring wiring;

    StreamsStores(KafkaStreams streams, Wiring wiring) {
        this.streams = streams;
        this.wiring = wiring;
    }

    @Override
    public <V, T> T ask(
            String store, Topic<?> like, String key, Function<ReadOnlyKeyValueStore<String, V>, T> question) {
        int partition = Partitions.ofKey(key, wiring.partitionsOf(like));
        return ask(StreamsStores.<V>parameters(store).withPartition(partition), question);
    }

    @Override
    public <V, T> T askAll(String store, Function<ReadOnlyKeyValueStore<String, V>, T> question) {
        return ask(parameters(store), question);
    }

    private <V, T> T ask(
            StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> parameters,
            Function<ReadOnlyKeyValueStore<String, V>, T> question) {
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
