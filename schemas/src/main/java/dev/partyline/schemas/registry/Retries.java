package dev.partyline.schemas.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries until it works or the time is over, waiting longer each time, and never in step with other instances. */
final class Retries {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final ExponentialBackoff BACKOFF = new ExponentialBackoff(50, 2, 5_000, 0.3);

    private final long timeoutNanos;

    Retries(Duration timeout) {
        this.timeoutNanos = timeout.toNanos();
    }

    /** A request that may fail for a reason that passes. */
    interface Attempt<T> {
        /** @throws IOException when it is worth trying again */
        T make() throws IOException;
    }

    /** @throws RegistryUnavailableException when the time is over; the cause is the last attempt's */
    <T> T run(String what, Attempt<T> attempt) {
        long begin = System.nanoTime();
        for (int failures = 0; ; failures++) {
            try {
                return attempt.make();
            } catch (IOException e) {
                long left = timeoutNanos - (System.nanoTime() - begin);
                if (left <= 0) {
                    throw new RegistryUnavailableException(
                            "no usable answer from the schema registry after " + (failures + 1) + " attempts to " + what
                                    + ": " + e + "; check " + RegistryConfig.URL,
                            e);
                }
                LOG.warn("attempt {} to {} failed, trying again: {}", failures + 1, what, e.toString());
                waitFor(Math.min(left, TimeUnit.MILLISECONDS.toNanos(BACKOFF.backoff(failures))));
            }
        }
    }

    private static void waitFor(long nanos) {
        try {
            // Nothing ever counts it down: the wait ends with its time, or with an interrupt.
            boolean early = new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS);
            assert !early;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
