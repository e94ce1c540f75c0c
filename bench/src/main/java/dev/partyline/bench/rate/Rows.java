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
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a feed in memory, to be written once more. Values and headers that many rows have are held once, as the engine has
 * encoded them once.
 */
final class Rows {
    private final List<List<Row>> partitions = new ArrayList<>();
    private final Map<List<Header>, List<Header>> headers = new HashMap<>();
    private Map<ByteBuffer, byte[]> values = new HashMap<>();
    private int size;

    /** A row of a feed, which can be sent to any topic with as many partitions. */
    record Row(int partition, byte[] key, byte @Nullable [] value, List<Header> headers) {
        ProducerRecord<byte[], byte[]> toSend(String topic) {
            return new ProducerRecord<>(topic, partition, key, value, headers);
        }
    }

    Rows(int partitionCount) {
        for (int i = 0; i < partitionCount; i++) {
            partitions.add(new ArrayList<>());
        }
    }

    void add(ConsumerRecord<byte[], byte[]> row) {
        byte[] value = row.value();
        byte[] one = value == null ? null : values.computeIfAbsent(ByteBuffer.wrap(value), key -> value);
        partitions.get(row.partition()).add(new Row(row.partition(), row.key(), one, shared(row.headers())));
        size++;
    }

    /** All have been added: what was only needed to find equal values goes. */
    void complete() {
        values = Map.of();
    }

    int size() {
        return size;
    }

    /** All rows, the partitions' mixed evenly as the engine's are. */
    List<Row> mixed() {
        List<Row> all = new ArrayList<>(size);
        int longest = partitions.stream().mapToInt(List::size).max().orElse(0);
        int[] next = new int[partitions.size()];
        for (long turn = 1; turn <= longest; turn++) {
            for (int partition = 0; partition < next.length; partition++) {
                List<Row> rows = partitions.get(partition);
                for (long due = turn * rows.size() / longest; next[partition] < due; next[partition]++) {
                    all.add(rows.get(next[partition]));
                }
            }
        }
        return all;
    }

    private List<Header> shared(Headers of) {
        List<Header> each = Arrays.asList(of.toArray());
        return headers.computeIfAbsent(each, key -> each);
    }
}
