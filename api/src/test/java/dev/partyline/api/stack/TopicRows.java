package dev.partyline.api.stack;

import dev.partyline.schemas.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All committed rows of a topic so far, each partition's in their order. */
public final class TopicRows<V extends SpecificRecord> implements AutoCloseable {
    private final CommittedRows<V> topic;
    private final List<ConsumerRecord<String, V>> rows = new ArrayList<>();

    public TopicRows(EngineSetup setup, Topic<V> topic) {
        this.topic = new CommittedRows<>(setup, setup.serdes().of(topic.value()).deserializer(), List.of(topic.name()));
    }

    /** Reads on to the committed end as of the call. */
    public List<ConsumerRecord<String, V>> toTheEnd() {
        rows.addAll(topic.next());
        return List.copyOf(rows);
    }

    @Override
    public void close() {
        topic.close();
    }
}
