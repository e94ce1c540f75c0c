package dev.partyline.topology.store;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The heap that an engine gives to decoded values: all {@link HotValues} of its tasks share it. Safe for many threads. */
public final class HeapBudget {
    private static final long SHARE_OF_HEAP = 8;

    private final long most;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicInteger holders = new AtomicInteger();

    /** @param most bytes for all together */
    public HeapBudget(long most) {
        this.most = most;
    }

    /** An eighth of the largest heap that this process may have. */
    public static HeapBudget ofThisProcess() {
        return new HeapBudget(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** Bytes that are taken now, by the values' own estimates. */
    long taken() {
        return taken.get();
    }

    void join() {
        holders.incrementAndGet();
    }

    void leave(long gives) {
        holders.decrementAndGet();
        taken.addAndGet(-gives);
    }

    void take(long bytes) {
        taken.addAndGet(bytes);
    }

    /** Whether one that holds so much must let go of some: all is taken, and it has more than its equal part. */
    boolean exceededBy(long held) {
        return taken.get() > most && held > most / holders.get();
    }
}
