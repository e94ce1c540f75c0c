package dev.partyline.api.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM: they interrupt the command, and the process stays until the command has closed what it started.
 * To be made by the command's own thread, before anything that needs closing.
 */
final class Stopping implements AutoCloseable {
    /** Longer than any process lives. */
    static final Duration FOR_EVER = Duration.ofDays(100_000);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Thread command = Thread.currentThread();
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onShutdown, "stopping");
    private volatile boolean asked;

    Stopping() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Waits for {@code atMost} or until the process is asked to stop. */
    void await(Duration atMost) throws InterruptedException {
        try {
            never.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            if (!asked) {
                throw e;
            }
        }
    }

    /** Runs what a stop is to interrupt. Afterwards the command closes what it started, undisturbed. */
    <T> T run(Callable<T> work) throws Exception {
        try {
            return work.call();
        } finally {
            if (asked) {
                Thread.interrupted();
            }
        }
    }

    /** The command has closed what it started: the process may end. */
    @Override
    public void close() {
        closed.countDown();
        removeHook();
    }

    private void onShutdown() {
        asked = true;
        command.interrupt();
        try {
            if (!closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when the process is on its way out already: the hook then runs, and has nothing left to wait for. */
    private boolean removeHook() {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
