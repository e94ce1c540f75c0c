package dev.partyline.topology.wiring;

import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * The transactions that stream threads have open. Within one a row may go straight to its producer: Kafka Streams' way there,
 * which has contexts, measurements and a callback for each, takes longer than the producer itself.
 */
public final class OpenTransactions {
    private final ThreadLocal<@Nullable Producer<byte[], byte[]>> own = new ThreadLocal<>();

    /** Kafka Streams has begun a transaction on the current thread. */
    public void begun(Producer<byte[], byte[]> producer) {
        own.set(producer);
    }

    /** It is about to end it, in whatever way. */
    public void ending() {
        own.remove();
    }

    /** The producer whose transaction is open on the current thread, if any. */
    public @Nullable Producer<byte[], byte[]> own() {
        return own.get();
    }
}
