package dev.partyline.topology.query;

/** Where feeds are read. */
@FunctionalInterface
interface Feeds {
    /** See {@link Queries#feed}. */
    FeedPage page(String workspaceId, String userId, FeedQuery query);
}
