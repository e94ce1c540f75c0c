package dev.partyline.topology.query;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A question of which at most one is under way: its answer serves all who asked before it was put. */
final class Coalesced<T> {
    private final Supplier<CompletableFuture<T>> question;
    private boolean underWay;
    private Optional<CompletableFuture<T>> next = Optional.empty();

    /** @param question puts the question, without blocking */
    Coalesced(Supplier<CompletableFuture<T>> question) {
        this.question = question;
    }

    /** The answer to a question that is put after this call. */
    CompletableFuture<T> ask() {
        CompletableFuture<T> answer;
        synchronized (this) {
            answer = next.orElseGet(CompletableFuture::new);
            next = Optional.of(answer);
        }
        putNext();
        return answer;
    }

    private void putNext() {
        CompletableFuture<T> asked;
        synchronized (this) {
            if (underWay || next.isEmpty()) {
                return;
            }
            underWay = true;
            asked = next.get();
            next = Optional.empty();
        }
        put().whenComplete((answer, failure) -> {
            synchronized (this) {
                underWay = false;
            }
            if (failure == null) {
                asked.complete(answer);
            } else {
                asked.completeExceptionally(failure);
            }
            putNext();
        });
    }

    private CompletableFuture<T> put() {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e); // nobody who asked may wait for ever
        }
    }
}
