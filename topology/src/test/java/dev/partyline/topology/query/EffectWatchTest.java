package dev.partyline.topology.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.Outcome;
import dev.partyline.topology.query.EffectWatch.Look;
import dev.partyline.topology.query.EffectWatch.Work;
import dev.partyline.topology.state.Decided;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What is committed grows here only when somebody waits for it, step by step. */
class EffectWatchTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration NOT_AT_ALL = Duration.ZERO;
    private static final TopicPartition CHANGES = new TopicPartition("changes", 0);
    private static final TopicPartition NUMBERS = new TopicPartition("number-access", 0);
    private static final TopicPartition CONTACTS = new TopicPartition("contact-access", 0);

    private static final TopicPartition FEED = new TopicPartition("feed", 0);
    private static final TopicPartition FEED_OF_ANA = new TopicPartition("feed", 1);

    private final Steps steps = new Steps();
    private final Legibility legibility =
            new Legibility(partitions -> CompletableFuture.completedFuture(steps.written(partitions)), steps);
    private final EffectWatch watch = new EffectWatch(steps, steps, legibility);

    @Test
    void aChangeIsEffectiveWhenAllIsCommitted() throws InterruptedException {
        steps.decided = Optional.of(decided(Outcome.ACCEPTED, false, List.of("1", "2"), List.of("1|k")));
        steps.applied.putAll(Map.of("1", 3L, "2", 4L, "1|k", 5L));
        steps.commits.putAll(Map.of(CHANGES, 1L, NUMBERS, 5L, CONTACTS, 6L));
        assertThat(watch.await("ws", "c", NOT_AT_ALL)).isPresent();
    }

    @Test
    void itWaitsForEachStepInTurn() throws InterruptedException {
        steps.after(() -> steps.decided = Optional.of(decided(Outcome.ACCEPTED, false, List.of("1"), List.of("1|k"))));
        steps.after(() -> steps.commits.put(CHANGES, 1L));
        steps.after(() -> steps.applied.put("1", 3L));
        steps.after(() -> steps.commits.put(NUMBERS, 4L));
        steps.after(() -> steps.applied.put("1|k", 5L));
        steps.after(() -> steps.commits.put(CONTACTS, 6L));
        assertThat(watch.await("ws", "c", LONG)).isPresent();
        assertThat(steps.upcoming).isEmpty();
    }

    @Test
    void whatIsNotCommittedIsNotEffective() throws InterruptedException {
        steps.decided = Optional.of(decided(Outcome.ACCEPTED, false, List.of("1"), List.of()));
        steps.applied.put("1", 3L);
        steps.commits.putAll(Map.of(CHANGES, 1L, NUMBERS, 3L));
        assertThat(watch.await("ws", "c", NOT_AT_ALL)).isEmpty();
        steps.commits.putAll(Map.of(CHANGES, 0L, NUMBERS, 4L));
        assertThat(watch.await("ws", "c", NOT_AT_ALL)).isEmpty();
        steps.commits.put(CHANGES, 1L);
        assertThat(watch.await("ws", "c", NOT_AT_ALL)).isPresent();
    }

    @Test
    void whatWasEffectiveOnceIsSoForEver() throws InterruptedException {
        steps.decided = Optional.of(decided(Outcome.ACCEPTED, false, List.of("1"), List.of()));
        steps.applied.put("1", 3L);
        steps.commits.putAll(Map.of(CHANGES, 1L, NUMBERS, 4L));
        Optional<ChangeDecision> first = watch.await("ws", "c", NOT_AT_ALL);
        assertThat(first).isPresent();
        steps.written.put(FEED, 100L);
        assertThat(watch.await("ws", "c", NOT_AT_ALL)).isEqualTo(first);
        assertThat(watch.await("other", "c", NOT_AT_ALL))
                .as("the same id in another workspace is another change")
                .isEmpty();
    }

    @Test
    void whatCannotBeReadYetIsNotEffective() throws InterruptedException {
        steps.decided = Optional.of(decided(Outcome.ACCEPTED, false, List.of("1"), List.of()));
        steps.applied.put("1", 3L);
        steps.commits.putAll(Map.of(CHANGES, 1L, NUMBERS, 4L, FEED, 8L));
        steps.written.put(FEED, 9L);
        assertThat(watch.await("ws", "c", NOT_AT_ALL))
                .as("a transaction that is open lies before its rows")
                .isEmpty();
        steps.after(() -> steps.written.put(FEED, 12L));
        steps.after(() -> steps.commits.put(FEED, 9L));
        assertThat(watch.await("ws", "c", LONG))
                .as("what was written after the question does not matter")
                .isPresent();
    }

    @Test
    void ofAChangeAboutOneUserTheirRowsAloneMustBeReadable() throws InterruptedException {
        steps.decided = Optional.of(Decided.newBuilder(decided(Outcome.ACCEPTED, false, List.of("1"), List.of()))
                .setUsers(List.of("ana"))
                .build());
        steps.applied.put("1", 3L);
        steps.commits.putAll(Map.of(CHANGES, 1L, NUMBERS, 4L, FEED, 8L, FEED_OF_ANA, 8L));
        steps.written.putAll(Map.of(FEED, 9L, FEED_OF_ANA, 9L));
        assertThat(watch.await("ws", "c", NOT_AT_ALL)).isEmpty();
        steps.commits.put(FEED_OF_ANA, 9L);
        assertThat(watch.await("ws", "c", NOT_AT_ALL)).isPresent();
    }

    @Test
    void soItIsWhenItTouchesNoNumber() throws InterruptedException {
        steps.decided = Optional.of(Decided.newBuilder(decided(Outcome.ACCEPTED, false, List.of(), List.of()))
                .setUsers(List.of("ana"))
                .build());
        steps.commits.putAll(Map.of(CHANGES, 1L, FEED_OF_ANA, 8L));
        steps.written.put(FEED_OF_ANA, 9L);
        assertThat(watch.await("ws", "c", NOT_AT_ALL)).isEmpty();
        steps.commits.put(FEED_OF_ANA, 9L);
        assertThat(watch.await("ws", "c", NOT_AT_ALL)).isPresent();
    }

    @Test
    void whatIsNotDecidedIsNotEffective() throws InterruptedException {
        assertThat(watch.await("ws", "c", Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void aRefusalNeedsNoCommit() throws InterruptedException {
        steps.decided = Optional.of(decided(Outcome.REJECTED, false, List.of(), List.of()));
        assertThat(watch.await("ws", "c", NOT_AT_ALL)).isPresent();
    }

    @Test
    void ofAChangeThatTouchedMoreThanIsRememberedNobodySaysSo() throws InterruptedException {
        steps.decided = Optional.of(decided(Outcome.ACCEPTED, true, List.of(), List.of()));
        steps.commits.put(CHANGES, 1L);
        assertThat(watch.await("ws", "c", LONG)).isEmpty();
    }

    private static Decided decided(Outcome outcome, boolean more, List<String> numbers, List<String> contacts) {
        return Decided.newBuilder()
                .setWorkspaceId("ws")
                .setChangeId("c")
                .setOutcome(outcome.name())
                .setNumbers(numbers)
                .setContacts(contacts)
                .setVersion(1)
                .setDecidedAt(0)
                .setMore(more)
                .setOffset(0)
                .build();
    }

    private static final class Steps implements EffectWatch.Effects, CommittedOffsets {
        private final List<Runnable> upcoming = new ArrayList<>();
        private final Map<TopicPartition, Long> commits = new HashMap<>();
        private final Map<TopicPartition, Long> written = new HashMap<>();
        private final Map<String, Long> applied = new HashMap<>();
        private Optional<Decided> decided = Optional.empty();

        void after(Runnable step) {
            upcoming.add(step);
        }

        @Override
        public Look<Decided> decision(String workspaceId, String changeId) {
            return new Look<>(Set.of(CHANGES), () -> decided);
        }

        @Override
        public Optional<Work> workOn(Decided decision) {
            return Optional.of(new Work(CHANGES, decision.getOffset(), Set.of()));
        }

        @Override
        public Look<Work> onNumber(Decided decision, String number) {
            return look(NUMBERS, number);
        }

        @Override
        public Look<Work> onContact(Decided decision, String place) {
            return look(CONTACTS, place);
        }

        @Override
        public Set<TopicPartition> rows(Decided decision) {
            return decision.getUsers().isEmpty() ? Set.of() : Set.of(FEED_OF_ANA);
        }

        Map<TopicPartition, Long> written(Set<TopicPartition> partitions) {
            return partitions.stream()
                    .collect(Collectors.toMap(Function.identity(), each -> written.getOrDefault(each, 0L)));
        }

        @Override
        public Map<TopicPartition, Long> known(Set<TopicPartition> partitions) {
            return partitions.stream().collect(Collectors.toMap(Function.identity(), this::committed));
        }

        @Override
        public Map<TopicPartition, Long> beyond(Map<TopicPartition, Long> known, Duration atMost) {
            if (!upcoming.isEmpty()) {
                upcoming.remove(0).run();
            }
            return known(known.keySet());
        }

        private Look<Work> look(TopicPartition where, String place) {
            return new Look<>(
                    Set.of(where),
                    () -> Optional.ofNullable(applied.get(place))
                            .map(offset -> new Work(where, offset, rowsOfAnybody(where))));
        }

        private Set<TopicPartition> rowsOfAnybody(TopicPartition where) {
            boolean areMeant = decided.stream().allMatch(each -> each.getUsers().isEmpty());
            return where.equals(NUMBERS) && areMeant ? Set.of(FEED) : Set.of();
        }

        private long committed(TopicPartition partition) {
            return commits.getOrDefault(partition, 0L);
        }
    }
}
