package dev.partyline.topology.query;

import dev.partyline.topology.view.ViewTopology;

/** Feeds from the instance that holds them: the whole question goes there, so that the answer is of one moment. */
final class RoutedFeeds implements Feeds {
    private final StoredFeeds own;
    private final Owners owners;
    private final Peers peers;

    RoutedFeeds(StoredFeeds own, Owners owners, Peers peers) {
        this.own = own;
        this.owners = owners;
        this.peers = peers;
    }

    @Override
    public FeedPage page(String workspaceId, String userId, FeedQuery query) {
        String holder = holder(workspaceId, userId);
        return holder.equals(owners.self())
                ? own.page(workspaceId, userId, query)
                : peers.at(holder).feed(workspaceId, userId, query);
    }

    @Override
    public FeedState state(String workspaceId, String userId) {
        String holder = holder(workspaceId, userId);
        return holder.equals(owners.self())
                ? own.state(workspaceId, userId)
                : peers.at(holder).feedState(workspaceId, userId);
    }

    private String holder(String workspaceId, String userId) {
        return owners.of(ViewTopology.USER_FEED, own.partition(workspaceId, userId))
                .active();
    }
}
