package dev.partyline.topology.query;

import dev.partyline.schema.LineStatus;
import dev.partyline.schemas.Keys;
import dev.partyline.topology.state.ContactWalkState;
import dev.partyline.topology.state.PendingLineState;
import dev.partyline.topology.state.WalkState;
import dev.partyline.topology.visibility.ContactWalkStore;
import dev.partyline.topology.visibility.IndexReader;
import dev.partyline.topology.visibility.WalkStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Which walks are under way on this instance. */
final class WalkQueries {
    private final Stores stores;

    WalkQueries(Stores stores) {
        this.stores = stores;
    }

    Walks walks() {
        return new Walks(
                all(WalkStore.WALKS, this::ofNumber),
                all(ContactWalkStore.CONTACT_WALKS, WalkQueries::ofContact),
                List.of());
    }

    private <V, T> List<T> all(String storeName, Function<KeyValue<String, V>, T> each) {
        List<KeyValue<String, V>> rows = stores.askAll(storeName, (ReadOnlyKeyValueStore<String, V> store) -> {
            List<KeyValue<String, V>> found = new ArrayList<>();
            try (KeyValueIterator<String, V> all = store.all()) {
                all.forEachRemaining(found::add);
            }
            return found;
        });
        return rows.stream().map(each).toList();
    }

    private Walks.OfNumber ofNumber(KeyValue<String, WalkState> row) {
        WalkState walk = row.value;
        return new Walks.OfNumber(
                workspaceOf(row.key),
                Keys.numberOf(row.key),
                walk.getChangeId(),
                walk.getVisited(),
                records(row.key),
                walk.getPending().stream()
                        .map(line -> ofLine(line, walk.getVisited()))
                        .toList());
    }

    private static Walks.OfLine ofLine(PendingLineState line, long visited) {
        LineStatus status = line.getRevoking() ? LineStatus.REVOKING : LineStatus.SYNCING;
        long done = Math.min(line.getTotal(), visited - line.getBegunAt());
        return new Walks.OfLine(line.getUserId(), status.name(), done, line.getTotal());
    }

    private static Walks.OfContact ofContact(KeyValue<String, ContactWalkState> row) {
        String contactId = row.key.substring(row.key.lastIndexOf('|') + 1);
        return new Walks.OfContact(
                workspaceOf(row.key),
                Keys.numberOf(row.key),
                contactId,
                row.value.getChangeId(),
                row.value.getVisited());
    }

    private long records(String numberKey) {
        return stores.<byte[], Optional<byte[]>>askAll(
                        IndexReader.COUNTS, store -> Optional.ofNullable(store.get(numberKey)))
                .map(IndexReader::count)
                .orElse(0L);
    }

    private static String workspaceOf(String key) {
        return key.substring(0, key.indexOf('|'));
    }
}
