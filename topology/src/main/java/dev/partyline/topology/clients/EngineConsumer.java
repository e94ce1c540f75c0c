package dev.partyline.topology.clients;

import dev.partyline.topology.intake.Bundle;
import dev.partyline.topology.view.BulkCopy;
import dev.partyline.topology.view.ViewProgress;
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
 * A stream thread's consumer. Records it hands on in bundles; what it reads of the view's topics is copied into the tables of
 * its thread at once, as far as it may be, and after each poll it tells them how far it has read. Nor does it wait long for
 * records while there is work that is not to wait for them.
 */
final class EngineConsumer extends KafkaConsumer<byte[], byte[]> {
    private static final Duration SHORTLY = Duration.ofMillis(1);

    private final String records;
    private final ViewProgress view;
    private final BulkCopy bulk;
    private final BooleanSupplier hurry;

    EngineConsumer(Map<String, Object> config, String records, ViewProgress view, BooleanSupplier hurry) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.records = records;
        this.view = view;
        this.bulk = new BulkCopy(view);
        this.hurry = hurry;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        boolean shortly = timeout.compareTo(SHORTLY) > 0 && hurry.getAsBoolean();
        ConsumerRecords<byte[], byte[]> polled = super.poll(shortly ? SHORTLY : timeout);
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> handed = new HashMap<>();
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> messages = polled.records(partition);
            boolean bundled = partition.topic().equals(records);
            handed.put(partition, bundled ? Bundle.all(messages) : bulk.take(partition, messages));
        }
        for (TopicPartition partition : assignment()) {
            view.of(partition).ifPresent(table -> table.polled(next(partition), last(polled.records(partition))));
        }
        return new ConsumerRecords<>(handed, polled.nextOffsets());
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
