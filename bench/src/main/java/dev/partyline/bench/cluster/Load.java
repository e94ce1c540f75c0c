package dev.partyline.bench.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tasks in threads of their own, each over and over until the load ends. */
final class Load implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private volatile boolean over;

    void run(String name, Task task) {
        Random random = new Random(threads.size());
        Thread thread = new Thread(() -> repeat(task, random), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** Throws what a task threw. */
    void check() {
        Throwable first = failure.get();
        if (first != null) {
            throw new IllegalStateException("a task of the load failed: " + first, first);
        }
    }

    /** Lets every step that is under way end. */
    @Override
    public void close() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        check();
    }

    private void repeat(Task task, Random random) {
        try {
            while (!over) {
                task.step(random);
            }
        } catch (InterruptedException | RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }
}
