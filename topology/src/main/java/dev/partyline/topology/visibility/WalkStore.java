package dev.partyline.topology.visibility;

import dev.partyline.topology.state.PendingLineState;
import dev.partyline.topology.state.SegmentState;
import dev.partyline.topology.state.WalkState;
import dev.partyline.topology.store.StateCodec;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers have a walk under way, and how far it has come: where a crash resumes.
 *
 * <pre>
 * walks  ws|number -> the walk (Walk)
 * </pre>
 *
 * All walks of the task stand on the heap too: every live record asks whether its number has one.
 */
public final class WalkStore {
    /** Name of the store, which readers may ask, too. */
    public static final String WALKS = "walks";

    private static final StateCodec<WalkState> CODEC = StateCodec.of(WalkState.class);

    private final KeyValueStore<String, WalkState> store;
    private final Map<String, Walk> underWay = new HashMap<>();

    WalkStore(ProcessorContext<?, ?> context) {
        store = context.getStateStore(WALKS);
        try (KeyValueIterator<String, WalkState> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, WalkState> next = all.next();
                underWay.put(next.key, read(next.value));
            }
        }
    }

    static StoreBuilder<?> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(WALKS), Serdes.String(), CODEC.serde())
                .withCachingEnabled();
    }

    /** The walk under way; null: every record was told under the current sight. */
    @Nullable
    Walk get(String numberKey) {
        return underWay.get(numberKey);
    }

    Set<String> numbers() {
        return Set.copyOf(underWay.keySet());
    }

    int size() {
        return underWay.size();
    }

    void put(String numberKey, Walk walk) {
        advance(numberKey, walk);
        save(numberKey);
    }

    /** The walk has come further; to be {@link #save saved} before the slice ends. */
    void advance(String numberKey, Walk walk) {
        underWay.put(numberKey, walk);
    }

    void save(String numberKey) {
        store.put(numberKey, write(Objects.requireNonNull(underWay.get(numberKey), numberKey)));
    }

    void remove(String numberKey) {
        underWay.remove(numberKey);
        store.delete(numberKey);
    }

    private static WalkState write(Walk walk) {
        return WalkState.newBuilder()
                .setCursor(walk.cursor())
                .setVisited(walk.visited())
                .setChangeId(walk.origin().changeId())
                .setPolicy(walk.origin().policy())
                .setSegments(walk.segments().list().stream()
                        .map(segment -> new SegmentState(segment.from(), segment.sight()))
                        .toList())
                .setPending(walk.pending().stream().map(WalkStore::write).toList())
                .build();
    }

    private static PendingLineState write(PendingLine line) {
        return PendingLineState.newBuilder()
                .setUserId(line.userId())
                .setRevoking(line.revoking())
                .setSight(line.sight())
                .setBegunAt(line.begunAt())
                .setTotal(line.total())
                .setVersion(line.version())
                .setChangeId(line.origin().changeId())
                .setActor(line.origin().actor())
                .build();
    }

    private static Walk read(WalkState state) {
        return new Walk(
                state.getCursor(),
                state.getVisited(),
                new Origin(state.getChangeId(), null, state.getPolicy()),
                new Segments(state.getSegments().stream()
                        .map(segment -> new Segments.Segment(segment.getFrom(), segment.getSight()))
                        .toList()),
                state.getPending().stream().map(WalkStore::read).toList());
    }

    private static PendingLine read(PendingLineState state) {
        return new PendingLine(
                state.getUserId(),
                state.getRevoking(),
                state.getSight(),
                state.getBegunAt(),
                state.getTotal(),
                state.getVersion(),
                new Origin(state.getChangeId(), state.getActor(), false));
    }
}
