package dev.partyline.api.stream;

import dev.partyline.schema.FeedEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The partitions that are followed, and the streams that follow them. For the hub's thread alone. */
final class Tails {
    private final TailConsumer consumer;
    private final Function<byte[], FeedEntry> decode;
    private final StreamSettings settings;
    private final StreamFactory streams;
    private final Map<TopicPartition, PartitionTail> tails = new HashMap<>();

    /** @param decode reads a row's value */
    Tails(TailConsumer consumer, Function<byte[], FeedEntry> decode, StreamSettings settings, StreamFactory streams) {
        this.consumer = consumer;
        this.decode = decode;
        this.settings = settings;
        this.streams = streams;
    }

    boolean isEmpty() {
        return tails.isEmpty();
    }

    /** Lets a stream begin its way to the tail; {@code preparations} find what it needs. */
    Joining begin(Opening opening) {
        PartitionTail tail = tails.get(opening.partition());
        if (tail == null) {
            long end = consumer.follow(opening.partition());
            tail = new PartitionTail(end, settings.recentBytes(), decode, streams);
            tails.put(opening.partition(), tail);
        }
        if (tail.streamsOf(opening.user().key()) >= settings.perUser()) {
            throw new StreamRefusedException(Refusal.TOO_MANY_OF_USER);
        }
        Joining joining = new Joining(opening, decode, settings.catchUpBytes());
        tail.begin(joining);
        return joining;
    }

    /** Where the tail is that a stream is on its way to. */
    long position(Opening opening) {
        return tail(opening).map(PartitionTail::position).orElse(0L);
    }

    /** The rows that a stream has to catch up on, if they are still in memory. */
    Optional<List<FeedRow>> recent(Opening opening) {
        Optional<RecentRows> recent = tail(opening).map(PartitionTail::recent);
        return opening.resume()
                .flatMap(point -> recent.filter(rows -> rows.reachesBackTo(point.offset()))
                        .map(rows -> rows.of(opening.user().key(), point.offset())));
    }

    void giveUp(Joining joining) {
        tail(joining.opening()).ifPresent(tail -> tail.giveUp(joining));
    }

    void remove(Opening opening, FeedStream stream) {
        tail(opening).ifPresent(tail -> tail.remove(opening.user().key(), stream));
    }

    /**
     * Reads on for a moment, and tells of what it read. Before a record is given out, all is read that was committed by then:
     * its line may have been taken away just now.
     *
     * @throws KafkaException when the feed can no longer be followed
     */
    void read() {
        consumer.read(this::take);
        Set<TopicPartition> news = tails.entrySet().stream()
                .filter(tail -> tail.getValue().hasNews())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!news.isEmpty()) {
            Map<TopicPartition, Long> ends = consumer.ends(news);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.read(this::take);
            }
        }
        tails.values().forEach(PartitionTail::tell);
    }

    private void take(TopicPartition partition, List<FeedRow> rows) {
        PartitionTail tail = tails.get(partition);
        if (tail != null) {
            tail.take(rows, consumer.position(partition));
        }
    }

    /** Tells idle clients how far they have come, and leaves partitions that nobody follows any more. */
    void heartbeat() {
        Set<TopicPartition> idle = new HashSet<>();
        tails.forEach((partition, tail) -> {
            tail.heartbeat();
            if (tail.isIdle()) {
                idle.add(partition);
            }
        });
        tails.keySet().removeAll(idle);
        consumer.leave(idle);
    }

    /** Ends all streams with this reason; they may go on from what they have been sent. */
    void closeAll(String reason) {
        tails.values().forEach(tail -> tail.close(reason));
        consumer.leave(Set.copyOf(tails.keySet()));
        tails.clear();
    }

    private Optional<PartitionTail> tail(Opening opening) {
        return Optional.ofNullable(tails.get(opening.partition()));
    }
}
