package dev.partyline.topology.query;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * How much of what the engine reads it has committed: under exactly-once, together with all that it wrote for it. Told as
 * offsets: all work before them is committed.
 */
interface CommittedOffsets {
    /** What is known without asking anybody: it may be too little, never too much; 0 where nothing is known. */
    Map<TopicPartition, Long> known(Set<TopicPartition> partitions);

    /**
     * Waits until in one of the partitions more is committed than {@code known}; the broker is asked in any case.
     *
     * @param atMost how long to wait once the broker has answered
     * @return what is committed then; {@code known} itself when nothing was in time
     * @throws NotReadyException when the broker does not say
     */
    Map<TopicPartition, Long> beyond(Map<TopicPartition, Long> known, Duration atMost) throws InterruptedException;

    /** Of an engine that works without a broker, and so has always committed all. */
    static CommittedOffsets everything() {
        return new CommittedOffsets() {
            @Override
            public Map<TopicPartition, Long> known(Set<TopicPartition> partitions) {
                return partitions.stream().collect(Collectors.toMap(Function.identity(), each -> Long.MAX_VALUE));
            }

            @Override
            public Map<TopicPartition, Long> beyond(Map<TopicPartition, Long> known, Duration atMost)
                    throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep(atMost.toNanos());
                return known;
            }
        };
    }
}
