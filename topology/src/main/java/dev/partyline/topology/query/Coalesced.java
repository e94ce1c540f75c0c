package dev.partyline.topology.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A question about many things, of which at most one is under way: its answer serves all who asked before it was put, each
 * about a thing of his own.
 */
final class Coalesced<K, V> {
    private final Function<Set<K>, CompletableFuture<Map<K, V>>> question;
    private boolean underWay;
    private Map<K, CompletableFuture<V>> next = new HashMap<>();

    /** @param question puts the question, without blocking; its answer is about each of the things */
    Coalesced(Function<Set<K>, CompletableFuture<Map<K, V>>> question) {
        this.question = question;
    }

    /** The answer about {@code thing} to a question that is put after this call. */
    CompletableFuture<V> ask(K thing) {
        CompletableFuture<V> answer;
        synchronized (this) {
            answer = next.computeIfAbsent(thing, each -> new CompletableFuture<>());
        }
        putNext();
        return answer;
    }

    private void putNext() {
        Map<K, CompletableFuture<V>> asked;
        synchronized (this) {
            if (underWay || next.isEmpty()) {
                return;
            }
            underWay = true;
            asked = next;
            next = new HashMap<>();
        }
        put(asked.keySet()).whenComplete((answers, failure) -> {
            synchronized (this) {
                underWay = false;
            }
            asked.forEach((thing, asking) -> {
                if (failure == null) {
                    asking.complete(answers.get(thing));
                } else {
                    asking.completeExceptionally(failure);
                }
            });
            putNext();
        });
    }

    private CompletableFuture<Map<K, V>> put(Set<K> things) {
        try {
            return question.apply(Set.copyOf(things));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e); // nobody who asked may wait for ever
        }
    }
}
