package dev.partyline.topology.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowsAheadTest {
    private static final TopicPartition PLACE = new TopicPartition("feed", 0);
    private static final String ANA = "acme|ana";
    private static final long LONG = 30_000;

    private final TableProgress table = new ViewProgress().begin(PLACE);
    private final RowsAhead rows = new RowsAhead(table, 10);

    @Test
    void theLastRowOfEachKeyCounts() {
        rows.take(
                List.of(row(10, "acme|ana|user", "1"), row(11, "acme|ana|user", "2"), row(12, "acme|ana|x", null)), 14);
        assertThat(ofAna(14)).containsOnlyKeys("acme|ana|user", "acme|ana|x");
        assertThat(ofAna(14).get("acme|ana|user"))
                .hasValueSatisfying(value -> assertThat(value).asString().isEqualTo("2"));
        assertThat(ofAna(14).get("acme|ana|x")).isEmpty();
    }

    @Test
    void rowsOfOthersAreNotTheUsers() {
        rows.take(List.of(row(10, "acme|anabel|user", "1"), row(11, "acme2|ana|user", "1")), 12);
        assertThat(ofAna(12)).isEmpty();
    }

    @Test
    void whatTheTableHoldsIsForgotten() {
        rows.take(List.of(row(10, "acme|ana|a", "1"), row(11, "acme|ana|b", "1"), row(12, "acme|ana|a", "2")), 13);
        long all = rows.bytes();
        hold(12);
        rows.take(List.of(), 14);
        assertThat(ofAna(14)).containsOnlyKeys("acme|ana|a");
        assertThat(rows.bytes()).isPositive().isLessThan(all);
        hold(13);
        rows.take(List.of(), 15);
        assertThat(ofAna(15)).isEmpty();
        assertThat(rows.bytes()).isZero();
    }

    @Test
    void whatHasNotBeenReadInTimeIsNotThere() throws InterruptedException {
        assertThat(rows.of(ANA, 10, 0)).isPresent();
        assertThat(rows.of(ANA, 11, 0)).isEmpty();
        assertThat(rows.of(ANA, 11, 5)).isEmpty();
    }

    @Test
    void whoWaitsIsToldWhenItHasBeenRead() throws Exception {
        CompletableFuture<Long> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return rows.of(ANA, 12, LONG).orElseThrow().position();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        rows.take(List.of(row(10, "acme|ben|user", "1")), 11);
        rows.take(List.of(), 13);
        assertThat(waiting.get()).isEqualTo(13);
    }

    @Test
    void theyFollowOneTableOnly() {
        assertThat(rows.follow(table)).isTrue();
        assertThat(rows.follow(new ViewProgress().begin(PLACE))).isFalse();
    }

    /** A table that lags behind at random, with the rows ahead of it, is the fold of all rows, whatever was read when. */
    @Test
    void withTheTableTheyAreAllThatHasBeenRead() {
        for (int seed = 0; seed < 500; seed++) {
            play(new SplittableRandom(seed));
        }
    }

    private static void play(SplittableRandom random) {
        TableProgress held = new ViewProgress().begin(PLACE);
        RowsAhead ahead = new RowsAhead(held, 0);
        List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();
        int read = 0;
        for (int step = 0; step < 40; step++) {
            for (int more = random.nextInt(4); more > 0; more--) {
                String value = random.nextInt(3) == 0 ? null : "value-" + log.size();
                log.add(row(log.size(), "acme|ana|" + random.nextInt(4), value));
            }
            int next = random.nextInt(read, log.size() + 1);
            ahead.take(log.subList(read, next), next);
            read = next;
            long position = held.position().orElse(0);
            if (random.nextBoolean() && position < log.size()) {
                held.polled(OptionalLong.of(random.nextLong(position, log.size() + 1)), OptionalLong.empty());
            }
            NavigableMap<String, String> folded =
                    fold(log.subList(0, (int) Math.min(held.position().orElse(0), read)));
            of(ahead, read).forEach((key, value) -> put(folded, key, value.orElse(null)));
            if (held.position().orElse(0) <= read) {
                assertThat(folded).isEqualTo(fold(log.subList(0, read)));
            }
        }
    }

    private static NavigableMap<String, String> fold(List<ConsumerRecord<byte[], byte[]>> log) {
        NavigableMap<String, String> table = new TreeMap<>();
        log.forEach(row -> put(table, new String(row.key(), StandardCharsets.UTF_8), row.value()));
        return table;
    }

    private static void put(NavigableMap<String, String> table, String key, byte @Nullable [] value) {
        if (value == null) {
            table.remove(key);
        } else {
            table.put(key, new String(value, StandardCharsets.UTF_8));
        }
    }

    private void hold(long position) {
        table.polled(OptionalLong.of(position), OptionalLong.empty());
    }

    private NavigableMap<String, Optional<byte[]>> ofAna(long end) {
        return of(rows, end);
    }

    private static NavigableMap<String, Optional<byte[]>> of(RowsAhead rows, long end) {
        try {
            return rows.of(ANA, end, 0).orElseThrow().rows();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConsumerRecord<byte[], byte[]> row(long offset, String key, @Nullable String value) {
        return new ConsumerRecord<>(
                PLACE.topic(),
                PLACE.partition(),
                offset,
                key.getBytes(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }
}
