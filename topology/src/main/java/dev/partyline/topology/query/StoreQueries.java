package dev.partyline.topology.query;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineState;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.UserAccess;
import dev.partyline.schemas.Keys;
import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.directory.DecidedStore;
import dev.partyline.topology.directory.DecisionRules;
import dev.partyline.topology.directory.DirectoryTopology;
import dev.partyline.topology.state.Decided;
import dev.partyline.topology.view.ViewTopology;
import dev.partyline.topology.visibility.AccessStore;
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
    private final StorePartitions stores;
    private final Topics topics;
    private final Deserializer<UserAccess> userAccess;
    private final Deserializer<FeedEntry> feedEntry;
    private final EffectWatch effects;

    /** @param commits tells what the engine has committed */
    public StoreQueries(KafkaStreams streams, Wiring wiring, Commits commits) {
        this.stores = new StorePartitions(streams, wiring);
        this.topics = wiring.topics();
        this.userAccess = wiring.deserializer(topics.userAccess());
        this.feedEntry = wiring.deserializer(topics.feed());
        int partitions = wiring.partitionsOf(topics.numberAccess());
        this.effects = new EffectWatch(
                this::decided,
                this::applied,
                (number, offset) ->
                        commits.passed(topics.numberAccess(), Partitions.ofKey(number, partitions), offset));
    }

    @Override
    public Optional<NumberAccess> number(String workspaceId, String number) {
        return applied(workspaceId, number).map(AppliedAccess::access);
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
        return ofUser(workspaceId, userId, feed -> feed.page(query));
    }

    @Override
    public List<LineState> lines(String workspaceId, String userId) {
        return ofUser(workspaceId, userId, feed -> List.copyOf(feed.lines().values()));
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

    private Optional<AppliedAccess> applied(String workspaceId, String number) {
        String key = Keys.ofNumber(workspaceId, number);
        return stores.<byte[], Optional<AppliedAccess>>ask(
                AccessStore.ASSIGNEES,
                topics.numberAccess(),
                number,
                store -> Optional.ofNullable(store.get(key)).map(AppliedAccess::decode));
    }

    private Optional<Decided> decided(String workspaceId, String changeId) {
        return stores.<Decided, Optional<Decided>>ask(
                DirectoryTopology.DECIDED_STORE,
                topics.changes(),
                workspaceId,
                store -> Optional.ofNullable(store.get(DecidedStore.key(workspaceId, changeId))));
    }
}
