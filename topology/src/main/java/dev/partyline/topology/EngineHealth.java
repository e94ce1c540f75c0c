package dev.partyline.topology;

/**
 * How the engine is.
 *
 * @param state Kafka Streams' own word: CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR
 * @param ready whether it processes and answers
 * @param deadLetters messages sent to {@code dead-letters} since this instance started
 * @param movedRecords events sent on to their right partition since this instance started
 * @param walks walks under way on this instance
 * @param untold numbers that this instance's directory has still to tell their access
 */
public record EngineHealth(String state, boolean ready, long deadLetters, long movedRecords, int walks, int untold) {
    /** Whether nothing is left to be done for what was taken in. */
    public boolean idle() {
        return ready && walks == 0 && untold == 0;
    }
}
