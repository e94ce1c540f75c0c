package dev.partyline.topology.query;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether what is committed can be read. Readers of what is committed come no further than the first transaction that is
 * open: what was committed behind it shows when that one has ended.
 */
final class Legibility {
    private final Function<Set<TopicPartition>, CompletableFuture<Map<TopicPartition, Long>>> written;
    private final CommittedOffsets readable;

    /**
     * As a broker tells it.
     *
     * @param written asks where partitions end with all that was written
     * @param readable how far readers of what is committed come
     */
    Legibility(
            Function<Set<TopicPartition>, CompletableFuture<Map<TopicPartition, Long>>> written,
            CommittedOffsets readable) {
        this.written = written;
        this.readable = readable;
    }

    /** Of topics without transactions. */
    static Legibility always() {
        return new Legibility(partitions -> CompletableFuture.completedFuture(Map.of()), CommittedOffsets.everything());
    }

    /**
     * Waits until all that has been written to these partitions by now can be read, or never will.
     *
     * @return whether it can; the broker is asked in any case
     * @throws NotReadyException when the broker does not say
     */
    boolean await(Set<TopicPartition> partitions, Deadline deadline) throws InterruptedException {
        Map<TopicPartition, Long> ends = ends(partitions);
        Map<TopicPartition, Long> behind = behind(ends);
        boolean inTime = true;
        while (!behind.isEmpty() && inTime) {
            readable.beyond(behind, deadline.left());
            behind = behind(ends);
            inTime = !deadline.isOver();
        }
        return behind.isEmpty();
    }

    /** Partitions of which not all can be read, each with how far one comes. */
    private Map<TopicPartition, Long> behind(Map<TopicPartition, Long> ends) {
        return readable.known(ends.keySet()).entrySet().stream()
                .filter(known -> known.getValue() < ends.getOrDefault(known.getKey(), 0L))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) throws InterruptedException {
        try {
            return written.apply(partitions).get();
        } catch (ExecutionException e) {
            throw new NotReadyException("the broker does not say where topics end; ask again in a moment", e);
        }
    }
}
