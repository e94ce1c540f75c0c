package dev.partyline.topology.query;

/** Where feeds are read. */
interface Feeds {
    /** See {@link Queries#feed}. */
    FeedPage page(String workspaceId, String userId, FeedQuery query);

    /** See {@link Queries#feedState}. */
    FeedState state(String workspaceId, String userId);
}
