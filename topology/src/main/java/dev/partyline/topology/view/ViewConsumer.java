package dev.partyline.topology.view;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A stream thread's consumer. After each poll it tells the tables of its thread how far it has read. */
final class ViewConsumer extends KafkaConsumer<byte[], byte[]> {
    private final ViewProgress progress;

    ViewConsumer(Map<String, Object> config, ViewProgress progress) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.progress = progress;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        ConsumerRecords<byte[], byte[]> rows = super.poll(timeout);
        for (TopicPartition partition : assignment()) {
            progress.of(partition).ifPresent(table -> tell(table, partition, rows.records(partition)));
        }
        return rows;
    }

    private void tell(TableProgress table, TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> rows) {
        OptionalLong last = rows.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(rows.get(rows.size() - 1).offset());
        table.polled(next(partition), last);
    }

    private OptionalLong next(TopicPartition partition) {
        try {
            return OptionalLong.of(position(partition, Duration.ZERO));
        } catch (TimeoutException e) {
            return OptionalLong.empty(); // it is finding its place again
        }
    }
}
