package dev.partyline.api.replay;

import java.nio.file.Path;
import java.util.List;

/**
 * What to replay.
 *
 * @param calls call logs, in the order in which they are to be published
 * @param assignments the assignment log
 * @param workspaceId whose they are
 * @param sequence in which order to publish
 */
public record ReplayInput(List<Path> calls, Path assignments, String workspaceId, Sequence sequence) {
    public ReplayInput {
        calls = List.copyOf(calls);
    }

    /**
     * An order, and the seed of its randomness.
     *
     * @param seed decides the order of {@link Order#SHUFFLED}; else without effect
     */
    public record Sequence(Order order, long seed) {
        List<CallLine> arrange(List<CallLine> calls) {
            return order.arrange(calls, seed);
        }
    }
}
