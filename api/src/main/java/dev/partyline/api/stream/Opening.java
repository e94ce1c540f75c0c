package dev.partyline.api.stream;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * A stream that is asked for.
 *
 * @param partition where the user's rows lie
 * @param resume where to go on; empty: from now on
 * @param answer what its caller waits for
 */
record Opening(
        StreamUser user, TopicPartition partition, Optional<ResumePoint> resume, CompletableFuture<FeedStream> answer) {

    /**
     * What had to be looked up for it.
     *
     * @param head the user's lines, as of an offset between where the tail was before and {@code end}
     * @param end the end of what was committed when that had been read
     * @param history the last row of each key, from the point to go on from to where the tail was
     */
    record Prepared(FeedHead head, long end, List<FeedRow> history) {}

    /** Whether a row is the user's. */
    boolean concerns(FeedRow row) {
        return row.user().equals(user.key());
    }

    void refuse(Refusal refusal) {
        answer.completeExceptionally(new StreamRefusedException(refusal));
    }
}
