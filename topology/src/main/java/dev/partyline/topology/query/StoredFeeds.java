package dev.partyline.topology.query;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schemas.Keys;
import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.topology.view.ViewTopology;
import dev.partyline.topology.wiring.Wiring;
import java.util.function.BiFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/** Feeds from the stores at hand. */
final class StoredFeeds implements Feeds {
    private final Stores stores;
    private final FeedPlaces places;
    private final Topic<FeedEntry> topic;
    private final int partitions;
    private final Deserializer<FeedEntry> entries;

    StoredFeeds(Stores stores, FeedPlaces places, Wiring wiring) {
        this.stores = stores;
        this.places = places;
        this.topic = wiring.topics().feed();
        this.partitions = wiring.partitionsOf(topic);
        this.entries = wiring.deserializer(topic);
    }

    @Override
    public FeedPage page(String workspaceId, String userId, FeedQuery query) {
        return read(workspaceId, userId, (table, place) -> table.page(query, place));
    }

    @Override
    public FeedState state(String workspaceId, String userId) {
        return read(workspaceId, userId, FeedTable::state);
    }

    private <T> T read(String workspaceId, String userId, BiFunction<FeedTable, FeedPlace, T> reading) {
        String key = Keys.ofUser(workspaceId, userId);
        int partition = partition(workspaceId, userId);
        return stores.ask(
                ViewTopology.USER_FEED,
                topic,
                key,
                store -> places.exactly(
                        new TopicPartition(topic.name(), partition),
                        key,
                        store,
                        (rows, position) -> reading.apply(
                                new FeedTable(new FeedTable.FeedRows(rows, this::entry), workspaceId, userId),
                                new FeedPlace(partition, position))));
    }

    private FeedEntry entry(byte[] row) {
        return entries.deserialize(topic.name(), row);
    }

    int partition(String workspaceId, String userId) {
        return Partitions.ofKey(Keys.ofUser(workspaceId, userId), partitions);
    }
}
