package dev.partyline.topology.query;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Watches what is committed for all who wait for it, with one question at a time, and none while nobody waits: whoever waits
 * costs nothing until something has been committed where he waits.
 */
final class CommitWatch implements CommittedOffsets {
    private final Function<Set<TopicPartition>, CompletableFuture<Map<TopicPartition, Long>>> question;
    private final Executor later;
    private final Map<TopicPartition, Long> seen = new ConcurrentHashMap<>();
    private final Set<Waiter> waiters = new LinkedHashSet<>();
    private boolean underWay;

    /**
     * @param question puts the question what is committed of these partitions, without blocking
     * @param pace time between an answer and the next question
     */
    CommitWatch(Function<Set<TopicPartition>, CompletableFuture<Map<TopicPartition, Long>>> question, Duration pace) {
        this.question = question;
        this.later = CompletableFuture.delayedExecutor(pace.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Map<TopicPartition, Long> known(Set<TopicPartition> partitions) {
        return partitions.stream().collect(Collectors.toMap(Function.identity(), this::seen));
    }

    @Override
    public Map<TopicPartition, Long> beyond(Map<TopicPartition, Long> known, Duration atMost)
            throws InterruptedException {
        Waiter waiter = new Waiter(known);
        if (waiter.isBehind()) {
            return known(known.keySet());
        }
        begin(waiter);
        try {
            waiter.answered.get();
            waiter.moved.get(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
            return known(known.keySet());
        } catch (TimeoutException e) {
            return known;
        } catch (ExecutionException e) {
            throw new NotReadyException("the broker does not say what is committed; ask again in a moment", e);
        } finally {
            end(waiter);
        }
    }

    private long seen(TopicPartition partition) {
        return seen.getOrDefault(partition, 0L);
    }

    private void begin(Waiter waiter) {
        synchronized (this) {
            waiters.add(waiter);
            if (underWay) {
                return;
            }
            underWay = true;
        }
        ask();
    }

    private synchronized void end(Waiter waiter) {
        waiters.remove(waiter);
    }

    private void ask() {
        List<Waiter> asking = waiting();
        if (asking.isEmpty()) {
            return;
        }
        Set<TopicPartition> watched = asking.stream()
                .flatMap(waiter -> waiter.known.keySet().stream())
                .collect(Collectors.toSet());
        put(watched).whenComplete((offsets, failure) -> {
            if (failure == null) {
                offsets.forEach((partition, offset) -> seen.merge(partition, offset, Math::max));
                asking.forEach(Waiter::answered);
            } else {
                asking.forEach(waiter -> waiter.failed(failure));
            }
            later.execute(this::ask);
        });
    }

    /** Those who wait; when there are none, the next who comes asks. */
    private synchronized List<Waiter> waiting() {
        underWay = !waiters.isEmpty();
        return List.copyOf(waiters);
    }

    private CompletableFuture<Map<TopicPartition, Long>> put(Set<TopicPartition> watched) {
        try {
            return question.apply(watched);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e); // nobody may wait for ever
        }
    }

    /** Somebody who knows of {@code known} and waits for more. */
    private final class Waiter {
        private final Map<TopicPartition, Long> known;
        private final CompletableFuture<Boolean> answered = new CompletableFuture<>();
        private final CompletableFuture<Boolean> moved = new CompletableFuture<>();

        Waiter(Map<TopicPartition, Long> known) {
            this.known = Map.copyOf(known);
        }

        boolean isBehind() {
            return known.entrySet().stream().anyMatch(each -> seen(each.getKey()) > each.getValue());
        }

        void answered() {
            if (isBehind()) {
                moved.complete(true);
            }
            answered.complete(true);
        }

        void failed(Throwable failure) {
            moved.completeExceptionally(failure);
            answered.completeExceptionally(failure);
        }
    }
}
