package dev.partyline.topology.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CoalescedTest {
    private final List<Put> put = new ArrayList<>();
    private final Coalesced<String, Integer> question = new Coalesced<>(things -> {
        Put one = new Put(things, new CompletableFuture<>());
        put.add(one);
        return one.answer();
    });

    /** A question that was put. */
    private record Put(Set<String> things, CompletableFuture<Map<String, Integer>> answer) {}

    @Test
    void theFirstIsPutAtOnce() {
        CompletableFuture<Integer> answer = question.ask("a");
        assertThat(put).hasSize(1);
        put.get(0).answer().complete(Map.of("a", 7));
        assertThat(answer).isCompletedWithValue(7);
    }

    @Test
    void whoAsksWhileOneIsUnderWayGetsTheNextAndShareIt() {
        CompletableFuture<Integer> first = question.ask("a");
        CompletableFuture<Integer> second = question.ask("a");
        CompletableFuture<Integer> third = question.ask("a");
        assertThat(put).hasSize(1);
        put.get(0).answer().complete(Map.of("a", 1));
        assertThat(first).isCompletedWithValue(1);
        assertThat(second)
                .as("what was under way when they asked may be older than they are")
                .isNotDone();
        assertThat(put).hasSize(2);
        put.get(1).answer().complete(Map.of("a", 2));
        assertThat(second).isCompletedWithValue(2);
        assertThat(third).isCompletedWithValue(2);
    }

    @Test
    void oneQuestionIsAboutAllThatIsWaitedForAndNothingElse() {
        question.ask("a");
        CompletableFuture<Integer> ofA = question.ask("a");
        CompletableFuture<Integer> ofB = question.ask("b");
        put.get(0).answer().complete(Map.of("a", 1));
        assertThat(put.get(1).things()).containsExactlyInAnyOrder("a", "b");
        question.ask("c");
        put.get(1).answer().complete(Map.of("a", 2, "b", 3));
        assertThat(ofA).isCompletedWithValue(2);
        assertThat(ofB).isCompletedWithValue(3);
        assertThat(put.get(2).things()).containsExactly("c");
    }

    @Test
    void aFailureIsOfThoseWhoAskedAndTheNextIsPut() {
        CompletableFuture<Integer> first = question.ask("a");
        CompletableFuture<Integer> second = question.ask("a");
        put.get(0).answer().completeExceptionally(new IllegalStateException("lost"));
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isNotDone();
        put.get(1).answer().complete(Map.of("a", 2));
        assertThat(second).isCompletedWithValue(2);
        assertThat(question.ask("a")).isNotDone();
        assertThat(put).hasSize(3);
    }

    @Test
    void aQuestionThatCannotBePutIsAFailureToo() {
        Coalesced<String, Integer> closed = new Coalesced<>(things -> {
            throw new IllegalStateException("closed");
        });
        assertThat(closed.ask("a")).isCompletedExceptionally();
        assertThat(closed.ask("b")).isCompletedExceptionally();
    }
}
