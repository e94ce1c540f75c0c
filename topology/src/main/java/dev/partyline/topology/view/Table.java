package dev.partyline.topology.view;

import dev.partyline.schemas.Keys;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Copies a partition into its table, row by row, and tells how far it has come. */
class Table implements Processor<String, byte[], Void, Void> {
    private final String store;
    private final String topic;
    private final ViewProgress view;
    private ProcessorContext<Void, Void> context;
    private KeyValueStore<String, byte[]> table;
    private TopicPartition partition;
    private TableProgress progress;

    @SuppressWarnings("NullAway.Init") // Kafka calls init first
    Table(String store, String topic, ViewProgress view) {
        this.store = store;
        this.topic = topic;
        this.view = view;
    }

    @Override
    public void init(ProcessorContext<Void, Void> begun) {
        context = begun;
        table = begun.getStateStore(store);
        partition = new TopicPartition(topic, begun.taskId().partition());
        progress = view.begin(partition);
    }

    @Override
    public void process(Record<String, byte[]> row) {
        long offset = context.recordMetadata().orElseThrow().offset();
        progress.applying(Keys.userOf(row.key()), offset);
        table.put(row.key(), row.value());
        progress.applied(offset);
    }

    final ProcessorContext<Void, Void> context() {
        return context;
    }

    @Override
    public void close() {
        view.end(partition, progress);
    }
}
