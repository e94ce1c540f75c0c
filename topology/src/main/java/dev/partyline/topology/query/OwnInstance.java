package dev.partyline.topology.query;

import dev.partyline.topology.query.InstanceStatus.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;

/** This instance, as the others ask it. */
final class OwnInstance implements Instance {
    private static final int MOST_BYTES = 1 << 20;

    private final KafkaStreams streams;
    private final String address;
    private final StreamsStores stores;
    private final StoredFeeds feeds;
    private final Lags lags;

    OwnInstance(KafkaStreams streams, String address, StreamsStores stores, StoredFeeds feeds, Lags lags) {
        this.streams = streams;
        this.address = address;
        this.stores = stores;
        this.feeds = feeds;
        this.lags = lags;
    }

    @Override
    public Rows get(StorePart part, String key) {
        long lag = lag(part);
        return stores.ask(
                part,
                store -> new Rows(
                        Optional.ofNullable(store.get(key)).stream()
                                .map(value -> KeyValue.pair(key, value))
                                .toList(),
                        false,
                        lag));
    }

    @Override
    public Rows range(StorePart part, RowRange range) {
        long lag = lag(part);
        return stores.ask(part, store -> {
            try (KeyValueIterator<String, byte[]> found = store.range(range.from(), range.to())) {
                return take(found, range.limit(), lag);
            }
        });
    }

    @Override
    public FeedPage feed(String workspaceId, String userId, FeedQuery query) {
        return feeds.page(workspaceId, userId, query);
    }

    @Override
    public FeedState feedState(String workspaceId, String userId) {
        return feeds.state(workspaceId, userId);
    }

    @Override
    public Walks walks() {
        return new WalkQueries(stores).walks();
    }

    @Override
    public InstanceStatus status() {
        return new InstanceStatus(
                address,
                streams.state().name(),
                parts(ThreadMetadata::activeTasks, OwnInstance::inputs),
                parts(ThreadMetadata::standbyTasks, OwnInstance::copies),
                lags.parts());
    }

    private static Rows take(KeyValueIterator<String, byte[]> found, int limit, long lag) {
        List<KeyValue<String, byte[]>> rows = new ArrayList<>();
        int bytes = 0;
        while (found.hasNext() && rows.size() < limit && bytes < MOST_BYTES) {
            KeyValue<String, byte[]> row = found.next();
            rows.add(row);
            bytes += row.key.length() + row.value.length;
        }
        return new Rows(rows, found.hasNext(), lag);
    }

    private long lag(StorePart part) {
        return part.standby() ? lags.of(part) : 0;
    }

    private List<Part> parts(
            Function<ThreadMetadata, Iterable<TaskMetadata>> tasks, Function<TaskMetadata, List<Part>> each) {
        List<Part> parts = new ArrayList<>();
        streams.metadataForLocalThreads()
                .forEach(thread -> tasks.apply(thread).forEach(task -> parts.addAll(each.apply(task))));
        parts.sort(Comparator.comparing(Part::name).thenComparing(Part::partition));
        return parts;
    }

    private static List<Part> inputs(TaskMetadata task) {
        return task.topicPartitions().stream()
                .map(input -> new Part(input.topic(), input.partition(), lag(task, input)))
                .toList();
    }

    private static List<Part> copies(TaskMetadata task) {
        return task.topicPartitions().stream()
                .map(input -> new Part(input.topic(), input.partition(), Rows.UNKNOWN_LAG))
                .toList();
    }

    private static long lag(TaskMetadata task, TopicPartition input) {
        long end = task.endOffsets().getOrDefault(input, Rows.UNKNOWN_LAG);
        long done = task.committedOffsets().getOrDefault(input, Rows.UNKNOWN_LAG);
        return end < 0 || done < 0 ? Rows.UNKNOWN_LAG : Math.max(0, end - done);
    }
}
