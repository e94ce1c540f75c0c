package dev.partyline.topology.query;

import dev.partyline.schemas.topic.Topic;
import java.util.function.Function;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores of a topology under test, as one partition each. */
public final class DriverStores implements Stores {
    private final TopologyTestDriver driver;

    public DriverStores(TopologyTestDriver driver) {
        this.driver = driver;
    }

    @Override
    public <T> T ask(
            String store, Topic<?> like, String key, Function<ReadOnlyKeyValueStore<String, byte[]>, T> question) {
        return askAll(store, question);
    }

    @Override
    public <V, T> T askAll(String store, Function<ReadOnlyKeyValueStore<String, V>, T> question) {
        return question.apply(driver.getKeyValueStore(store));
    }
}
