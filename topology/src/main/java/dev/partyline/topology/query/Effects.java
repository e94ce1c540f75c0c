package dev.partyline.topology.query;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schemas.Keys;
import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.topology.directory.DecidedStore;
import dev.partyline.topology.directory.DirectoryTopology;
import dev.partyline.topology.query.EffectWatch.Look;
import dev.partyline.topology.query.EffectWatch.Work;
import dev.partyline.topology.state.Decided;
import dev.partyline.topology.visibility.AppliedAccess;
import dev.partyline.topology.visibility.AppliedOwner;
import dev.partyline.topology.wiring.Wiring;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Where a change is decided, and where it takes effect. */
final class Effects implements EffectWatch.Effects {
    private final Stores stores;
    private final NumberQueries numbers;
    private final Wiring wiring;

    Effects(Stores stores, NumberQueries numbers, Wiring wiring) {
        this.stores = stores;
        this.numbers = numbers;
        this.wiring = wiring;
    }

    @Override
    public Look<Decided> decision(String workspaceId, String changeId) {
        Set<TopicPartition> where = Set.of(
                partition(wiring.topics().changes(), workspaceId),
                partition(wiring.topics().movedChanges(), workspaceId));
        return new Look<>(where, () -> decided(workspaceId, changeId));
    }

    /** Of a decision whose place was not noted, long ago, nobody need wait for the commit. */
    @Override
    public Optional<Work> workOn(Decided decided) {
        Topic<?> topic = decided.getMoved()
                ? wiring.topics().movedChanges()
                : wiring.topics().changes();
        return decided.getOffset() < 0
                ? Optional.empty()
                : Optional.of(new Work(partition(topic, decided.getWorkspaceId()), decided.getOffset()));
    }

    @Override
    public Look<Work> onNumber(ChangeDecision decision, String number) {
        TopicPartition where = partition(wiring.topics().numberAccess(), number);
        return new Look<>(
                Set.of(where),
                () -> numbers.applied(decision.getWorkspaceId(), number)
                        .filter(applied -> applied.access().getVersion() >= decision.getVersion())
                        .map(AppliedAccess::offset)
                        .map(offset -> new Work(where, offset)));
    }

    @Override
    public Look<Work> onContact(ChangeDecision decision, String place) {
        String key = decision.getWorkspaceId() + '|' + place;
        TopicPartition where = partition(wiring.topics().contactAccess(), Keys.numberOf(key));
        return new Look<>(
                Set.of(where),
                () -> numbers.owner(key)
                        .filter(applied -> applied.version() >= decision.getVersion())
                        .map(AppliedOwner::offset)
                        .map(offset -> new Work(where, offset)));
    }

    /** What became of a change, committed or not. */
    Optional<Decided> decided(String workspaceId, String changeId) {
        return stores.ask(
                DirectoryTopology.DECIDED_STORE,
                wiring.topics().changes(),
                workspaceId,
                store -> DecidedStore.read(store, workspaceId, changeId));
    }

    private TopicPartition partition(Topic<?> topic, String key) {
        return new TopicPartition(topic.name(), Partitions.ofKey(key, wiring.partitionsOf(topic)));
    }
}
