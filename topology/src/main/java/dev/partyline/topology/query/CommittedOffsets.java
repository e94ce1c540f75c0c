package dev.partyline.topology.query;

import dev.partyline.schemas.topic.Topic;

/** Which of what the engine has read is committed: under exactly-once, together with all that it wrote for it. */
@FunctionalInterface
public interface CommittedOffsets {
    /** Whether the work on the message at {@code offset} is committed. */
    boolean passed(Topic<?> topic, int partition, long offset) throws InterruptedException;
}
