package dev.partyline.api.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM: the first interrupts the command, which closes what it started and ends as it would have by itself;
 * the second ends the process at once. To be made by the command's own thread, before anything that needs closing.
 */
final class Stopping implements AutoCloseable {
    /** Longer than any process lives. */
    static final Duration FOR_EVER = Duration.ofDays(100_000);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FAILED = 1;
    private static final int INTERRUPTED = 130;

    private final Thread command = Thread.currentThread();
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Duration patience;
    private final Signals signals;
    private volatile boolean asked;

    Stopping() {
        this(PATIENCE);
    }

    /** @param patience how long the command may take to close what it started; then the process ends with 1 */
    Stopping(Duration patience) {
        this.patience = patience;
        this.signals = new Signals(this::onSignal);
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

    /** Whether the process has been asked to stop. */
    boolean asked() {
        return asked;
    }

    /** The command has closed what it started: signals mean what they always do. */
    @Override
    public void close() {
        closed.countDown();
        signals.close();
    }

    private void onSignal() {
        if (asked) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
        asked = true;
        command.interrupt();
        Thread deadline = new Thread(this::endInTime, "stopping");
        deadline.setDaemon(true);
        deadline.start();
    }

    private void endInTime() {
        try {
            if (!closed.await(patience.toSeconds(), TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(FAILED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
