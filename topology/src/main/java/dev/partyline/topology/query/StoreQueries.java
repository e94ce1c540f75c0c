package dev.partyline.topology.query;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineState;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAccess;
import dev.partyline.schemas.Keys;
import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.directory.DecidedStore;
import dev.partyline.topology.directory.DecisionRules;
import dev.partyline.topology.directory.DirectoryTopology;
import dev.partyline.topology.query.check.Check;
import dev.partyline.topology.query.check.CheckAnswer;
import dev.partyline.topology.query.check.RecordKey;
import dev.partyline.topology.query.explain.Explanation;
import dev.partyline.topology.state.Decided;
import dev.partyline.topology.view.ViewTopology;
import dev.partyline.topology.visibility.AppliedAccess;
import dev.partyline.topology.wiring.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KafkaStreams;

/** {@link Queries} from the stores of this instance. */
public final class StoreQueries implements Queries {
    private final Stores stores;
    private final Topics topics;
    private final int feedPartitions;
    private final Deserializer<UserAccess> userAccess;
    private final Deserializer<FeedEntry> feedEntry;
    private final DirectoryQueries directory;
    private final NumberQueries numbers;
    private final CheckQueries checks;
    private final WalkQueries walks;
    private final EffectWatch effects;

    /** As {@link #StoreQueries(Stores, Wiring, CommittedOffsets)}, of a running engine. */
    public StoreQueries(KafkaStreams streams, Wiring wiring, CommittedOffsets commits) {
        this(new StreamsStores(streams, wiring), wiring, commits);
    }

    /**
     * Queries over any stores that hold what the engine's hold: those of a running one, or of one under test.
     *
     * @param wiring the engine's: topics and serdes must be the same
     * @param commits tells what the engine has committed; one that has no broker to tell has always committed all
     */
    public StoreQueries(Stores stores, Wiring wiring, CommittedOffsets commits) {
        this.stores = stores;
        this.topics = wiring.topics();
        this.feedPartitions = wiring.partitionsOf(topics.feed());
        this.userAccess = wiring.deserializer(topics.userAccess());
        this.feedEntry = wiring.deserializer(topics.feed());
        this.directory = new DirectoryQueries(stores, topics);
        this.numbers = new NumberQueries(stores, topics);
        this.checks = new CheckQueries(directory, numbers);
        this.walks = new WalkQueries(stores, topics);
        Effects places = new Effects(numbers, commits, wiring);
        this.effects = new EffectWatch(this::decided, places::onNumber, places::onContact);
    }

    @Override
    public Optional<NumberAccess> number(String workspaceId, String number) {
        return numbers.applied(workspaceId, number).map(AppliedAccess::access);
    }

    @Override
    public Optional<UserAccess> user(String workspaceId, String userId) {
        String key = Keys.ofUser(workspaceId, userId);
        Topic<UserAccess> topic = topics.userAccess();
        return stores.<byte[], Optional<UserAccess>>ask(
                ViewTopology.USER_NUMBERS,
                topic,
                key,
                store -> Optional.ofNullable(store.get(key)).map(bytes -> userAccess.deserialize(topic.name(), bytes)));
    }

    @Override
    public FeedPage feed(String workspaceId, String userId, FeedQuery query) {
        int partition = Partitions.ofKey(Keys.ofUser(workspaceId, userId), feedPartitions);
        return ofUser(workspaceId, userId, feed -> feed.page(query, new FeedPlace(partition, 0)));
    }

    @Override
    public List<LineState> lines(String workspaceId, String userId) {
        return feed(workspaceId, userId, new FeedQuery(1, Optional.empty(), Optional.empty(), Optional.empty()))
                .lines();
    }

    @Override
    public CheckAnswer check(String workspaceId, Check check) {
        return checks.check(workspaceId, check);
    }

    @Override
    public Optional<Explanation> explain(String workspaceId, String userId, RecordKey record) {
        return checks.explain(workspaceId, userId, record);
    }

    @Override
    public MemberPage members(String workspaceId, PageQuery query) {
        return directory.members(workspaceId, query);
    }

    @Override
    public Page<NumberInUse> numbers(String workspaceId, PageQuery query) {
        return directory.numbers(workspaceId, query);
    }

    @Override
    public Page<TelephonyRecord> records(
            String workspaceId, String number, PageQuery query, Optional<RecordKind> kind) {
        return numbers.records(workspaceId, number, query, kind);
    }

    @Override
    public Walks walks() {
        return walks.walks();
    }

    @Override
    public Optional<ChangeDecision> decision(String workspaceId, String changeId) {
        return decided(workspaceId, changeId).map(DecisionRules::decision);
    }

    @Override
    public Optional<ChangeDecision> awaitEffective(String workspaceId, String changeId, Duration atMost)
            throws InterruptedException {
        return effects.await(workspaceId, changeId, atMost);
    }

    private <T> T ofUser(String workspaceId, String userId, Function<FeedTable, T> question) {
        String key = Keys.ofUser(workspaceId, userId);
        return stores.<byte[], T>ask(
                ViewTopology.USER_FEED,
                topics.feed(),
                key,
                store -> question.apply(new FeedTable(
                        new FeedTable.FeedRows(
                                store,
                                bytes -> feedEntry.deserialize(topics.feed().name(), bytes)),
                        workspaceId,
                        userId)));
    }

    private Optional<Decided> decided(String workspaceId, String changeId) {
        return stores.<Decided, Optional<Decided>>ask(
                DirectoryTopology.DECIDED_STORE,
                topics.changes(),
                workspaceId,
                store -> Optional.ofNullable(store.get(DecidedStore.key(workspaceId, changeId))));
    }
}
