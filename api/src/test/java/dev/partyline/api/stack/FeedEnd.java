package dev.partyline.api.stack;

import dev.partyline.api.client.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far the feed has come, as seen from outside, by a broker that comes and goes. */
final class FeedEnd implements AutoCloseable {
    private static final int PARTITIONS = 4;
    private static final Duration DEADLINE = Duration.ofMinutes(3);

    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> ends;

    FeedEnd(Connection connection) {
        admin = connection.admin();
        ends = IntStream.range(0, PARTITIONS)
                .mapToObj(partition ->
                        new TopicPartition(connection.topics().feed().name(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    }

    /** Waits until the feed has been written so many times, and the broker answers. */
    void awaitRows(long rows) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (rows() < rows) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the feed has not come to " + rows + " rows in " + DEADLINE);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    /** -1: the broker does not answer now. */
    private long rows() throws InterruptedException {
        try {
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (ExecutionException e) {
            return -1;
        }
    }
}
