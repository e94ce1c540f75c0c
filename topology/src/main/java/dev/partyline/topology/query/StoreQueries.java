package dev.partyline.topology.query;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.LineState;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAccess;
import dev.partyline.schemas.Keys;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.directory.DecisionRules;
import dev.partyline.topology.query.check.Check;
import dev.partyline.topology.query.check.CheckAnswer;
import dev.partyline.topology.query.check.RecordKey;
import dev.partyline.topology.query.explain.Explanation;
import dev.partyline.topology.view.ViewTopology;
import dev.partyline.topology.visibility.AppliedAccess;
import dev.partyline.topology.wiring.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;

/** {@link Queries} from the engine's stores. */
public final class StoreQueries implements Queries {
    private static final FeedQuery NEWEST = new FeedQuery(1, Optional.empty(), Optional.empty(), Optional.empty());

    private final Stores stores;
    private final Topics topics;
    private final Deserializer<UserAccess> userAccess;
    private final DirectoryQueries directory;
    private final NumberQueries numbers;
    private final CheckQueries checks;
    private final Feeds feeds;
    private final Fleet fleet;
    private final Effects effects;
    private final EffectWatch watch;

    /**
     * Queries over the stores of an engine under test, which are all there are.
     *
     * @param wiring the engine's: topics and serdes must be the same
     */
    public StoreQueries(Stores stores, Wiring wiring) {
        this(
                stores,
                new StoredFeeds(stores, FeedPlaces.STILL, wiring),
                new LocalFleet(new WalkQueries(stores)),
                wiring,
                new Progress(CommittedOffsets.everything(), Legibility.always()));
    }

    /** How far the engine has come, and readers with it. */
    record Progress(CommittedOffsets commits, Legibility legibility) {}

    /** Queries of a running engine. */
    StoreQueries(Stores stores, Feeds feeds, Fleet fleet, Wiring wiring, Progress progress) {
        this.stores = stores;
        this.feeds = feeds;
        this.fleet = fleet;
        this.topics = wiring.topics();
        this.userAccess = wiring.deserializer(topics.userAccess());
        this.directory = new DirectoryQueries(stores, topics);
        this.numbers = new NumberQueries(stores, topics);
        this.checks = new CheckQueries(directory, numbers);
        this.effects = new Effects(stores, numbers, wiring);
        this.watch = new EffectWatch(effects, progress.commits(), progress.legibility());
    }

    @Override
    public Optional<NumberAccess> number(String workspaceId, String number) {
        return numbers.applied(workspaceId, number).map(AppliedAccess::access);
    }

    @Override
    public Optional<UserAccess> user(String workspaceId, String userId) {
        String key = Keys.ofUser(workspaceId, userId);
        Topic<UserAccess> topic = topics.userAccess();
        return stores.ask(
                ViewTopology.USER_NUMBERS,
                topic,
                key,
                store -> Optional.ofNullable(store.get(key)).map(bytes -> userAccess.deserialize(topic.name(), bytes)));
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
    public List<LineState> lines(String workspaceId, String userId) {
        return feeds.page(workspaceId, userId, NEWEST).lines();
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
        return fleet.walks();
    }

    @Override
    public List<InstanceStatus> instances() {
        return fleet.instances();
    }

    @Override
    public Optional<ChangeDecision> decision(String workspaceId, String changeId) {
        return effects.decided(workspaceId, changeId).map(DecisionRules::decision);
    }

    @Override
    public Optional<ChangeDecision> awaitEffective(String workspaceId, String changeId, Duration atMost)
            throws InterruptedException {
        return watch.await(workspaceId, changeId, atMost);
    }

    /** Walks where there is one instance and no network. */
    private record LocalFleet(WalkQueries local) implements Fleet {
        @Override
        public Walks walks() {
            return local.walks();
        }

        @Override
        public List<InstanceStatus> instances() {
            return List.of();
        }
    }
}
