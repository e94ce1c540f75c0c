package dev.partyline.topology.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CoalescedTest {
    private final List<CompletableFuture<Integer>> put = new ArrayList<>();
    private final Coalesced<Integer> question = new Coalesced<>(() -> {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        put.add(answer);
        return answer;
    });

    @Test
    void theFirstIsPutAtOnce() {
        CompletableFuture<Integer> answer = question.ask();
        assertThat(put).hasSize(1);
        put.get(0).complete(7);
        assertThat(answer).isCompletedWithValue(7);
    }

    @Test
    void whoAsksWhileOneIsUnderWayGetsTheNextAndShareIt() {
        CompletableFuture<Integer> first = question.ask();
        CompletableFuture<Integer> second = question.ask();
        CompletableFuture<Integer> third = question.ask();
        assertThat(put).hasSize(1);
        put.get(0).complete(1);
        assertThat(first).isCompletedWithValue(1);
        assertThat(second)
                .as("what was under way when they asked may be older than they are")
                .isNotDone();
        assertThat(put).hasSize(2);
        put.get(1).complete(2);
        assertThat(second).isCompletedWithValue(2);
        assertThat(third).isCompletedWithValue(2);
    }

    @Test
    void aFailureIsOfThoseWhoAskedAndTheNextIsPut() {
        CompletableFuture<Integer> first = question.ask();
        CompletableFuture<Integer> second = question.ask();
        put.get(0).completeExceptionally(new IllegalStateException("lost"));
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isNotDone();
        put.get(1).complete(2);
        assertThat(second).isCompletedWithValue(2);
        assertThat(question.ask()).isNotDone();
        assertThat(put).hasSize(3);
    }

    @Test
    void aQuestionThatCannotBePutIsAFailureToo() {
        Coalesced<Integer> closed = new Coalesced<>(() -> {
            throw new IllegalStateException("closed");
        });
        assertThat(closed.ask()).isCompletedExceptionally();
        assertThat(closed.ask()).isCompletedExceptionally();
    }
}
