package dev.partyline.topology.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is held on the heap is what was put last, and no more than the budget. */
class HotValuesTest {
    private static final long VALUE_BYTES = 840;
    /** With what an entry takes by itself. */
    private static final long ENTRY_BYTES = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void holdsWhatWasPutLastOrNothing(long seed) {
        Random random = new Random(seed);
        HeapBudget budget = new HeapBudget(20_000);
        HotValues<Integer> values = new HotValues<>(budget, Integer::longValue);
        Map<String, Integer> put = new HashMap<>();
        int held = 0;
        for (int step = 0; step < 5_000; step++) {
            String key = "key-" + random.nextInt(40);
            Integer found = values.get(key);
            if (found != null) {
                held++;
                assertThat(found).isEqualTo(put.get(key));
            }
            if (random.nextInt(10) == 0) {
                values.remove(key);
                put.remove(key);
            } else if (random.nextBoolean()) {
                int value = random.nextInt(2_000);
                values.put(key, value);
                put.put(key, value);
            }
            assertThat(budget.taken()).isBetween(0L, 20_000L);
        }
        assertThat(held).isPositive();

        values.close();

        assertThat(budget.taken()).isZero();
    }

    @Test
    void whoWasAskedForLeastRecentlyGoesFirst() {
        HotValues<Integer> values = values(new HeapBudget(3 * ENTRY_BYTES));
        values.put("a", 1);
        values.put("b", 2);
        values.put("c", 3);
        values.get("a");

        values.put("d", 4);

        assertThat(values.get("a")).isEqualTo(1);
        assertThat(values.get("b")).isNull();
        assertThat(values.get("c")).isEqualTo(3);
        assertThat(values.get("d")).isEqualTo(4);
    }

    @Test
    void whatIsNotHeldIsReadOnce() {
        HotValues<Integer> values = values(new HeapBudget(3 * ENTRY_BYTES));

        assertThat(values.get("a", key -> 1)).isEqualTo(1);
        assertThat(values.get("a", key -> 2)).isEqualTo(1);
    }

    @Test
    void whatIsLargerThanTheBudgetIsNotHeld() {
        HeapBudget budget = new HeapBudget(ENTRY_BYTES - 1);
        HotValues<Integer> values = values(budget);

        values.put("a", 1);

        assertThat(values.get("a")).isNull();
        assertThat(budget.taken()).isZero();
    }

    @Test
    void whoComesLaterHasTheirEqualPart() {
        HeapBudget budget = new HeapBudget(10 * ENTRY_BYTES);
        HotValues<Integer> first = values(budget);
        fill(first, 20);
        assertThat(held(first)).isEqualTo(10);
        HotValues<Integer> second = values(budget);

        fill(second, 20);
        assertThat(held(second)).isEqualTo(5);
        fill(first, 20); // which had it all, and lets go when it is used

        assertThat(held(first)).isEqualTo(5);
        assertThat(budget.taken()).isEqualTo(10 * ENTRY_BYTES);
    }

    @Test
    void whatOneGivesBackAnotherMayHave() {
        HeapBudget budget = new HeapBudget(10 * ENTRY_BYTES);
        HotValues<Integer> first = values(budget);
        HotValues<Integer> second = values(budget);
        fill(first, 20);

        first.close();
        first.close(); // as Kafka Streams may
        fill(second, 20);

        assertThat(held(second)).isEqualTo(10);
    }

    private static HotValues<Integer> values(HeapBudget budget) {
        return new HotValues<>(budget, value -> VALUE_BYTES);
    }

    private static void fill(HotValues<Integer> values, int count) {
        for (int i = 0; i < count; i++) {
            values.put("k" + i, i);
        }
    }

    private static int held(HotValues<Integer> values) {
        int held = 0;
        for (int i = 0; i < 20; i++) {
            held += values.get("k" + i) == null ? 0 : 1;
        }
        return held;
    }
}
