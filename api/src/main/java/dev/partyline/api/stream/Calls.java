package dev.partyline.api.stream;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Calls somebody, on another thread; calls that come before the one before has begun are one. */
final class Calls {
    private static final Runnable NOBODY = () -> {};

    private final Executor executor;
    private Runnable callee = NOBODY;
    private boolean called;

    Calls(Executor executor) {
        this.executor = executor;
    }

    synchronized void to(Runnable newCallee) {
        callee = newCallee;
    }

    synchronized void call() {
        if (!called && callee != NOBODY) {
            called = true;
            execute();
        }
    }

    private void execute() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            called = false; // The instance has stopped; the server ends what is left.
        }
    }

    private void run() {
        Runnable now;
        synchronized (this) {
            called = false;
            now = callee;
        }
        now.run();
    }
}
