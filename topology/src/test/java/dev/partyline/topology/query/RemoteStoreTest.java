package dev.partyline.topology.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.Test;

class RemoteStoreTest {
    private final TreeMap<String, byte[]> rows = new TreeMap<>();
    private final Holder holder = new Holder();
    private final RemoteStore store = new RemoteStore(holder, new StorePart("records", 0, true));

    @Test
    void aRowIsThereOrNot() {
        rows.put("a", new byte[] {1});
        assertThat(store.get("a")).containsExactly(1);
        assertThat(store.get("b")).isNull();
    }

    @Test
    void aRangeIsTheSameHoweverTheHolderCutsIt() {
        for (int size : List.of(0, 1, 2, 63, 64, 65, 500)) {
            rows.clear();
            IntStream.range(0, size).forEach(i -> rows.put("k%04d".formatted(i), new byte[] {(byte) i}));
            rows.put("j", new byte[0]);
            rows.put("l", new byte[0]);
            for (int most : List.of(1, 7, 1_000)) {
                holder.most = most;
                assertThat(keys("k", "k:"))
                        .containsExactlyElementsOf(rows.subMap("k", "k:").keySet());
            }
        }
    }

    @Test
    void fewRowsAreFetchedWhenFewAreWanted() {
        IntStream.range(0, 1_000).forEach(i -> rows.put("k%04d".formatted(i), new byte[0]));
        try (KeyValueIterator<String, byte[]> found = store.range("k", "k:")) {
            assertThat(found.peekNextKey()).isEqualTo("k0000");
            assertThat(found.next().key).isEqualTo("k0000");
        }
        assertThat(holder.fetched).isLessThanOrEqualTo(64);
    }

    @Test
    void behindTheEndIsNothing() {
        try (KeyValueIterator<String, byte[]> found = store.range("k", "k:")) {
            assertThat(found.hasNext()).isFalse();
            assertThatThrownBy(found::next).isInstanceOf(NoSuchElementException.class);
            assertThatThrownBy(found::peekNextKey).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void theLargestLagCountsAndOneThatIsNotKnownMoreThanAny() {
        assertThat(store.lag()).isZero();
        for (long lag : new long[] {3, 9, 4}) {
            holder.lag = lag;
            store.get("a");
        }
        assertThat(store.lag()).isEqualTo(9);
        holder.lag = Rows.UNKNOWN_LAG;
        store.get("a");
        holder.lag = 5;
        store.get("a");
        assertThat(store.lag()).isEqualTo(Rows.UNKNOWN_LAG);
    }

    private List<String> keys(String from, String to) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> found = store.range(from, to)) {
            found.forEachRemaining(row -> keys.add(row.key));
        }
        return keys;
    }

    private final class Holder implements Instance {
        int most = 1_000;
        int fetched;
        long lag;

        @Override
        public Rows get(StorePart part, String key) {
            return new Rows(
                    Optional.ofNullable(rows.get(key)).stream()
                            .map(value -> KeyValue.pair(key, value))
                            .toList(),
                    false,
                    lag);
        }

        @Override
        public Rows range(StorePart part, RowRange range) {
            List<KeyValue<String, byte[]>> all = rows.subMap(range.from(), true, range.to(), true).entrySet().stream()
                    .map(row -> KeyValue.pair(row.getKey(), row.getValue()))
                    .toList();
            int limit = Math.min(all.size(), Math.min(most, range.limit()));
            fetched += limit;
            return new Rows(all.subList(0, limit), limit < all.size(), lag);
        }

        @Override
        public FeedPage feed(String workspaceId, String userId, FeedQuery query) {
            throw new AssertionError("a store is asked, not a feed");
        }

        @Override
        public FeedState feedState(String workspaceId, String userId) {
            throw new AssertionError("a store is asked, not a feed");
        }

        @Override
        public Walks walks() {
            throw new AssertionError("a store is asked, not walks");
        }

        @Override
        public InstanceStatus status() {
            throw new AssertionError("a store is asked, not a status");
        }
    }
}
