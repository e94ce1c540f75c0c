package dev.partyline.topology.view;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A stream thread's consumer. What it reads of the view's topics is copied into the tables of its thread at once, as far as
 * it may be; and after each poll it tells them how far it has read. Nor does it wait long for
 * records while there is work that is not to wait for them.
 */
final class ViewConsumer extends KafkaConsumer<byte[], byte[]> {
    private static final Duration SHORTLY = Duration.ofMillis(1);

    private final ViewProgress view;
    private final BulkCopy bulk;
    private final BooleanSupplier busy;

    ViewConsumer(Map<String, Object> config, ViewProgress view, BooleanSupplier busy) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.view = view;
        this.bulk = new BulkCopy(view);
        this.busy = busy;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        boolean hurry = timeout.compareTo(SHORTLY) > 0 && busy.getAsBoolean();
        ConsumerRecords<byte[], byte[]> polled = super.poll(hurry ? SHORTLY : timeout);
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> left = new HashMap<>();
        boolean copied = false;
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> rows = polled.records(partition);
            List<ConsumerRecord<byte[], byte[]>> rest = bulk.take(partition, rows);
            left.put(partition, rest);
            copied |= rest.size() < rows.size();
        }
        for (TopicPartition partition : assignment()) {
            view.of(partition).ifPresent(table -> table.polled(next(partition), last(polled.records(partition))));
        }
        return copied ? new ConsumerRecords<>(left, polled.nextOffsets()) : polled;
    }

    private static OptionalLong last(List<ConsumerRecord<byte[], byte[]>> rows) {
        return rows.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(rows.get(rows.size() - 1).offset());
    }

    private OptionalLong next(TopicPartition partition) {
        try {
            return OptionalLong.of(position(partition, Duration.ZERO));
        } catch (TimeoutException e) {
            return OptionalLong.empty(); // it is finding its place again
        }
    }
}
