package dev.partyline.topology.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommitWatchTest {
    private static final TopicPartition A = new TopicPartition("t", 0);
    private static final TopicPartition B = new TopicPartition("t", 1);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final BlockingQueue<Question> questions = new LinkedBlockingQueue<>();
    private final CommitWatch watch = new CommitWatch(this::put, Duration.ofMillis(1));
    private final ExecutorService waiters = Executors.newCachedThreadPool();

    private record Question(Set<TopicPartition> of, CompletableFuture<Map<TopicPartition, Long>> answer) {}

    @AfterEach
    void stop() {
        waiters.shutdownNow();
    }

    @Test
    void nobodyIsAskedWhileNobodyWaits() {
        assertThat(watch.known(Set.of(A))).isEqualTo(Map.of(A, 0L));
        assertThat(questions).isEmpty();
    }

    @Test
    void whoWaitsIsToldWhenSomethingIsCommittedThere() throws Exception {
        Future<Map<TopicPartition, Long>> waiting = wait(Map.of(A, 5L));
        Question first = next();
        assertThat(first.of()).containsExactly(A);
        first.answer().complete(Map.of(A, 5L));
        next().answer().complete(Map.of(A, 7L));
        assertThat(get(waiting)).isEqualTo(Map.of(A, 7L));
        assertThat(watch.known(Set.of(A, B))).isEqualTo(Map.of(A, 7L, B, 0L));
    }

    @Test
    void whatIsKnownIsToldWithoutAQuestion() throws Exception {
        Future<Map<TopicPartition, Long>> waiting = wait(Map.of(A, 0L));
        next().answer().complete(Map.of(A, 7L));
        get(waiting);
        questions.clear();
        assertThat(watch.beyond(Map.of(A, 6L), LONG)).isEqualTo(Map.of(A, 7L));
        assertThat(questions).isEmpty();
    }

    @Test
    void oneQuestionServesAllWhoWait() throws Exception {
        Future<Map<TopicPartition, Long>> one = wait(Map.of(A, 0L));
        Question first = next();
        Map<TopicPartition, Future<Map<TopicPartition, Long>>> more = new HashMap<>();
        for (int partition = 1; partition <= 20; partition++) {
            TopicPartition place = new TopicPartition("t", partition);
            more.put(place, wait(Map.of(place, 0L)));
        }
        first.answer().complete(Map.of());
        Map<TopicPartition, Long> committed = new HashMap<>(Map.of(A, 1L));
        more.keySet().forEach(place -> committed.put(place, 1L));
        // Whoever came too late for one question is in the next.
        List<Question> put = new ArrayList<>();
        while (!one.isDone() || !more.values().stream().allMatch(Future::isDone)) {
            Question question = questions.poll(1, TimeUnit.SECONDS);
            if (question != null) {
                assertThat(questions).as("one at a time").isEmpty();
                put.add(question);
                Map<TopicPartition, Long> answer = new HashMap<>(committed);
                answer.keySet().retainAll(question.of());
                question.answer().complete(answer);
            }
        }
        assertThat(get(one)).isEqualTo(Map.of(A, 1L));
        assertThat(put.stream().mapToInt(question -> question.of().size()).max())
                .matches(most -> most.orElse(0) > 1, "a question for several");
    }

    @Test
    void theBrokerIsAskedAlsoForThoseWhoDoNotWait() throws Exception {
        Future<Map<TopicPartition, Long>> hasty = waiters.submit(() -> watch.beyond(Map.of(A, 3L), Duration.ZERO));
        next().answer().complete(Map.of(A, 4L));
        assertThat(get(hasty)).isEqualTo(Map.of(A, 4L));
        Future<Map<TopicPartition, Long>> inVain = waiters.submit(() -> watch.beyond(Map.of(A, 4L), Duration.ZERO));
        next().answer().complete(Map.of(A, 4L));
        assertThat(get(inVain)).isEqualTo(Map.of(A, 4L));
    }

    @Test
    void whoCannotBeToldIsRefusedAndTheNextIsNot() throws Exception {
        Future<Map<TopicPartition, Long>> waiting = wait(Map.of(A, 0L));
        next().answer().completeExceptionally(new IllegalStateException("no broker"));
        assertThatThrownBy(() -> get(waiting)).hasCauseInstanceOf(NotReadyException.class);
        Future<Map<TopicPartition, Long>> later = wait(Map.of(A, 0L));
        next().answer().complete(Map.of(A, 1L));
        assertThat(get(later)).isEqualTo(Map.of(A, 1L));
    }

    private Future<Map<TopicPartition, Long>> wait(Map<TopicPartition, Long> known) {
        return waiters.submit(() -> watch.beyond(known, LONG));
    }

    private CompletableFuture<Map<TopicPartition, Long>> put(Set<TopicPartition> of) {
        Question question = new Question(of, new CompletableFuture<>());
        questions.add(question);
        return question.answer();
    }

    private Question next() throws InterruptedException {
        Question question = questions.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(question).isNotNull();
        return question;
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
}
