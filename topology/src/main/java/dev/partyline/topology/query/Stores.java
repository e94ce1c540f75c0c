package dev.partyline.topology.query;

import dev.partyline.schemas.topic.Topic;
import java.util.function.Function;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The engine's stores, as readers reach them. */
public interface Stores {
    /**
     * Asks the part of {@code store} that holds {@code key}, wherever it lies.
     *
     * @param like a topic that is partitioned as the store is, by the whole of {@code key}
     * @param question must not keep the store; may be asked again, from the beginning, of another copy
     * @throws NotReadyException while the store is being restored or moved
     */
    <T> T ask(String store, Topic<?> like, String key, Function<ReadOnlyKeyValueStore<String, byte[]>, T> question);

    /**
     * Asks all parts of {@code store} that this instance holds, as one.
     *
     * @throws NotReadyException while one of them is being restored or moved
     */
    <V, T> T askAll(String store, Function<ReadOnlyKeyValueStore<String, V>, T> question);
}
