package dev.partyline.api.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what other threads bring about. */
final class Await {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private Await() {}

    /** The first value that is as wanted, or the last one there was when the deadline passed: assert on it. */
    static <T> T value(Supplier<T> supplier, Predicate<T> wanted) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        T value = supplier.get();
        while (!wanted.test(value) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            value = supplier.get();
        }
        return value;
    }
}
