package dev.partyline.topology.view;

import dev.partyline.schemas.Keys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Copies a partition into its table, many rows at a time or row by row, and tells how far it has come. */
class Table implements Processor<String, byte[], Void, Void> {
    private static final Comparator<KeyValue<String, byte[]>> BY_KEY = Comparator.comparing(entry -> entry.key);

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
        view.run(partition, this);
    }

    @Override
    public void process(Record<String, byte[]> row) {
        long offset = context.recordMetadata().orElseThrow().offset();
        progress.applying(Keys.userOf(row.key()), offset);
        table.put(row.key(), row.value());
        progress.applied(offset);
        seen(row.timestamp(), row.headers(), context.currentSystemTimeMs());
    }

    /** Copies rows, which follow the last that was applied, in one write; on the thread of the table's task. */
    final void copy(List<ConsumerRecord<byte[], byte[]>> rows) {
        List<KeyValue<String, byte[]>> entries = new ArrayList<>(rows.size());
        for (ConsumerRecord<byte[], byte[]> row : rows) {
            String key = new String(row.key(), StandardCharsets.UTF_8);
            progress.applying(Keys.userOf(key), row.offset());
            entries.add(KeyValue.pair(key, row.value()));
        }
        // RocksDB goes on from the row before, if that is near; rows with one key stay in their order.
        entries.sort(BY_KEY);
        table.putAll(entries);
        progress.applied(rows.get(rows.size() - 1).offset());
        long now = System.currentTimeMillis();
        rows.forEach(row -> seen(row.timestamp(), row.headers(), now));
    }

    /** Offset of the last row that was applied since the task began; -1: none. */
    final long lastApplied() {
        return progress.lastApplied();
    }

    /** A row was applied. {@code timestamp} and {@code now}: milliseconds since the epoch. */
    void seen(long timestamp, Headers headers, long now) {}

    @Override
    public void close() {
        view.stop(partition, this);
        view.end(partition, progress);
    }
}
