package dev.partyline.topology.query;

import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schemas.Keys;
import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.topology.directory.DecidedStore;
import dev.partyline.topology.directory.DirectoryTopology;
import dev.partyline.topology.query.EffectWatch.Look;
import dev.partyline.topology.query.EffectWatch.Work;
import dev.partyline.topology.state.Decided;
import dev.partyline.topology.visibility.AppliedOwner;
import dev.partyline.topology.wiring.Wiring;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                : Optional.of(new Work(partition(topic, decided.getWorkspaceId()), decided.getOffset(), Set.of()));
    }

    @Override
    public Look<Work> onNumber(Decided decided, String number) {
        TopicPartition where = partition(wiring.topics().numberAccess(), number);
        return new Look<>(
                Set.of(where),
                () -> numbers.applied(decided.getWorkspaceId(), number)
                        .filter(applied -> applied.access().getVersion() >= decided.getVersion())
                        .map(applied -> new Work(where, applied.offset(), rows(decided, applied.access()))));
    }

    @Override
    public Look<Work> onContact(Decided decided, String place) {
        String key = decided.getWorkspaceId() + '|' + place;
        TopicPartition where = partition(wiring.topics().contactAccess(), Keys.numberOf(key));
        return new Look<>(
                Set.of(where),
                () -> numbers.owner(key)
                        .filter(applied -> applied.version() >= decided.getVersion())
                        .map(AppliedOwner::offset)
                        .map(offset -> new Work(where, offset, Set.of())));
    }

    @Override
    public Set<TopicPartition> rows(Decided decided) {
        return rowsOf(decided.getUsers().stream(), decided.getWorkspaceId());
    }

    /** None where {@link #rows(Decided)} has them; else where those lie of all whom the number knows. */
    private Set<TopicPartition> rows(Decided decided, NumberAccess access) {
        Stream<String> known = access.getUsers().stream().map(NumberUser::getUserId);
        return decided.getUsers().isEmpty() ? rowsOf(known, decided.getWorkspaceId()) : Set.of();
    }

    private Set<TopicPartition> rowsOf(Stream<String> userIds, String workspaceId) {
        int partitions = wiring.partitionsOf(wiring.topics().feed());
        return userIds.map(userId -> Partitions.ofKey(Keys.ofUser(workspaceId, userId), partitions))
                .distinct()
                .flatMap(this::rowsIn)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A user's feed and their numbers lie in partitions alike. */
    private Stream<TopicPartition> rowsIn(int partition) {
        return Stream.of(wiring.topics().feed(), wiring.topics().userAccess())
                .map(topic -> new TopicPartition(topic.name(), partition));
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
