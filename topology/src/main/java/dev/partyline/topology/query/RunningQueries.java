package dev.partyline.topology.query;

import dev.partyline.topology.view.ReadAhead;
import dev.partyline.topology.view.ViewProgress;
import dev.partyline.topology.wiring.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/** All that a running engine answers: to readers, of whatever instance the answer lies on; and to the other instances. */
public final class RunningQueries {
    private static final String ALONE = "this";
    private static final Duration VIEW_PATIENCE = Duration.ofSeconds(2);

    /** Between two looks at what is committed, while somebody waits for it. */
    private static final Duration COMMIT_PACE = Duration.ofMillis(5);

    private final Queries queries;
    private final Instance own;
    private final ReadScope scope = new ReadScope();

    /**
     * @param view what readers are served from
     * @param broker to be asked where topics end, and what is committed; stays the caller's to close
     * @param neighbours the other instances
     */
    public RunningQueries(KafkaStreams streams, Wiring wiring, View view, Broker broker, Neighbours neighbours) {
        BrokerContact contact = new BrokerContact(broker.admin());
        ToLongFunction<TopicPartition> committed =
                partition -> contact.await(view.ends().of(partition));
        ViewEnds ends = new ViewEnds(view.progress(), committed, view.ahead()::of, VIEW_PATIENCE);
        StreamsStores ownStores = new StreamsStores(streams, wiring, contact, ends);
        StoredFeeds ownFeeds = new StoredFeeds(ownStores.asTheyStand(), ends, wiring);
        Lags lags = new Lags(streams);
        this.own = new OwnInstance(streams, neighbours.self().orElse(ALONE), ownStores, ownFeeds, lags);
        StoreQueries.Progress engine = progress(broker);
        if (neighbours.self().isEmpty()) {
            Fleet alone = new AllInstances(own, List::of, neighbours.peers());
            this.queries = new StoreQueries(ownStores, ownFeeds, alone, wiring, engine);
            return;
        }
        Owners owners = new Owners(streams, neighbours.self().get());
        Stores stores = new RoutedStores(ownStores, owners, neighbours.peers(), lags, scope);
        Feeds feeds = new RoutedFeeds(ownFeeds, owners, neighbours.peers());
        Fleet fleet = new AllInstances(own, owners::others, neighbours.peers());
        this.queries = new StoreQueries(stores, feeds, fleet, wiring, engine);
    }

    /**
     * The view's tables.
     *
     * @param progress how far they come
     * @param ahead what is read ahead of them; stays the caller's to close
     * @param ends of the feed's partitions; stay the caller's to close
     */
    public record View(ViewProgress progress, ReadAhead ahead, CommittedEnds ends) {}

    /** The broker, and the engine's group there. */
    public record Broker(Admin admin, String applicationId) {}

    /**
     * The other instances.
     *
     * @param self the address at which they reach this one; empty: there are no others
     */
    public record Neighbours(Optional<String> self, Peers peers) {}

    private static StoreQueries.Progress progress(Broker broker) {
        Admin admin = broker.admin();
        return new StoreQueries.Progress(
                new CommitWatch(new GroupOffsets(admin, broker.applicationId()), COMMIT_PACE),
                new Legibility(
                        new TopicEnds(admin, IsolationLevel.READ_UNCOMMITTED),
                        new CommitWatch(new TopicEnds(admin, IsolationLevel.READ_COMMITTED), COMMIT_PACE)));
    }

    public Queries queries() {
        return queries;
    }

    /** This instance, as the others ask it. */
    public Instance own() {
        return own;
    }

    /** What may be done for the reader on the current thread. */
    public ReadScope scope() {
        return scope;
    }
}
