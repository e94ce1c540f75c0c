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

/** This instance's stores, asked one partition at a time: that of the key in question. */
final class StorePartitions {
    private final KafkaStreams streams;
    private final Wiring wiring;

    StorePartitions(KafkaStreams streams, Wiring wiring) {
        this.streams = streams;
        this.wiring = wiring;
    }

    /**
     * Asks the part of {@code store} that holds {@code key}.
     *
     * @param like a topic that is partitioned as the store is, by the whole of {@code key}
     * @throws NotReadyException while the store is being restored or moved
     */
    <V, T> T ask(String store, Topic<?> like, String key, Function<ReadOnlyKeyValueStore<String, V>, T> question) {
        int partition = Partitions.ofKey(key, wiring.partitionsOf(like));
        try {
            return question.apply(streams.store(
                    StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<String, V>keyValueStore())
                            .withPartition(partition)));
        } catch (InvalidStateStoreException e) {
            throw new NotReadyException(store + " is being restored or moved; ask again in a moment", e);
        }
    }
}
