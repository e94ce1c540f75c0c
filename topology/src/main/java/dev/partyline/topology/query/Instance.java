package dev.partyline.topology.query;

/**
 * One instance, as the others ask it. It answers from its own stores and never asks further: so a question makes one hop
 * at most. Every method throws {@link NotReadyException} when the instance does not hold what is asked for, or does not
 * answer.
 */
public interface Instance {
    /** The row at {@code key}, if there is one. */
    Rows get(StorePart part, String key);

    /** Some rows, fewer than asked for if they are large. */
    Rows range(StorePart part, RowRange range);

    /** See {@link Queries#feed}. */
    FeedPage feed(String workspaceId, String userId, FeedQuery query);

    /** See {@link Queries#feedState}. */
    FeedState feedState(String workspaceId, String userId);

    /** The walks under way on this instance. */
    Walks walks();

    /** What this instance holds, and how far it is behind. */
    InstanceStatus status();
}
