package dev.partyline.bench.rate;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a feed in memory, to be written once more. A value that many rows have is held once, as the engine has encoded it
 * once.
 */
final class Rows {
    private final Map<ByteBuffer, byte[]> values = new HashMap<>();
    private final List<List<Row>> partitions = new ArrayList<>();
    private int size;

    private record Row(int partition, byte[] key, byte @Nullable [] value, Header[] headers) {}

    Rows(int partitionCount) {
        for (int i = 0; i < partitionCount; i++) {
            partitions.add(new ArrayList<>());
        }
    }

    void add(ConsumerRecord<byte[], byte[]> row) {
        byte[] value = row.value();
        byte[] one = value == null ? null : values.computeIfAbsent(ByteBuffer.wrap(value), key -> value);
        partitions
                .get(row.partition())
                .add(new Row(row.partition(), row.key(), one, row.headers().toArray()));
        size++;
    }

    int size() {
        return size;
    }

    /** All rows, the partitions' mixed evenly as the engine's are, to be sent to {@code topic}. */
    List<ProducerRecord<byte[], byte[]>> mixed(String topic) {
        List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>(size);
        int longest = partitions.stream().mapToInt(List::size).max().orElse(0);
        int[] next = new int[partitions.size()];
        for (long turn = 1; turn <= longest; turn++) {
            for (int partition = 0; partition < next.length; partition++) {
                List<Row> rows = partitions.get(partition);
                for (long due = turn * rows.size() / longest; next[partition] < due; next[partition]++) {
                    all.add(toSend(topic, rows.get(next[partition])));
                }
            }
        }
        return all;
    }

    private static ProducerRecord<byte[], byte[]> toSend(String topic, Row row) {
        return new ProducerRecord<>(topic, row.partition(), row.key(), row.value(), Arrays.asList(row.headers()));
    }
}
