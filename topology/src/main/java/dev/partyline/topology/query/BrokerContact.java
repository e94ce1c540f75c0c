package dev.partyline.topology.query;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/**
 * Whether this instance has contact to the broker. One that has lost it may have lost its partitions to another without
 * being told: it must not answer.
 */
final class BrokerContact {
    /** How long an answer of the broker is trusted; far less than a group waits for a member that is silent. */
    private static final Duration TRUSTED = Duration.ofSeconds(2);

    private static final int TIMEOUT_MILLIS = 2_000;

    /** A question may have to wait for the answer to the one before. */
    private static final int AT_MOST_MILLIS = 3_000;

    /** Of the one thing that it asks about: whether the broker is there. */
    private static final String BROKER = "broker";

    private final Coalesced<String, String> ping;
    private volatile long heardAt = System.nanoTime() - TRUSTED.toNanos();

    BrokerContact(Admin admin) {
        ping = new Coalesced<>(broker -> admin.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MILLIS))
                .clusterId()
                .toCompletionStage()
                .toCompletableFuture()
                .thenApply(clusterId -> Map.of(BROKER, clusterId)));
    }

    /**
     * Asks the broker, if its last answer is old.
     *
     * @throws NotReadyException when it does not answer
     */
    void check() {
        if (System.nanoTime() - heardAt >= TRUSTED.toNanos()) {
            await(ping.ask(BROKER));
        }
    }

    /**
     * Waits for what the broker was asked.
     *
     * @throws NotReadyException when it does not answer in time
     */
    <T> T await(CompletableFuture<T> answer) {
        long begin = System.nanoTime();
        try {
            T found = answer.get(AT_MOST_MILLIS, TimeUnit.MILLISECONDS);
            heardAt = begin;
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("this instance is stopping", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotReadyException("this instance has no contact to the broker; ask again in a moment", e);
        }
    }
}
