package dev.partyline.api.peer;

import dev.partyline.topology.query.FeedPage;
import dev.partyline.topology.query.FeedQuery;
import dev.partyline.topology.query.FeedState;
import dev.partyline.topology.query.Instance;
import dev.partyline.topology.query.InstanceStatus;
import dev.partyline.topology.query.RowRange;
import dev.partyline.topology.query.Rows;
import dev.partyline.topology.query.StorePart;
import dev.partyline.topology.query.Walks;

/** Another instance. */
final class HttpInstance implements Instance {
    private final PeerCalls calls;
    private final FeedMessages feeds;

    HttpInstance(PeerCalls calls, FeedMessages feeds) {
        this.calls = calls;
        this.feeds = feeds;
    }

    @Override
    public Rows get(StorePart part, String key) {
        return calls.post(PeerPaths.GET, new Questions.OfKey(part, key), RowsMessage.class, RowsMessage::toRows);
    }

    @Override
    public Rows range(StorePart part, RowRange range) {
        return calls.post(PeerPaths.RANGE, new Questions.OfRange(part, range), RowsMessage.class, RowsMessage::toRows);
    }

    @Override
    public FeedPage feed(String workspaceId, String userId, FeedQuery query) {
        Questions.OfFeed question = Questions.OfFeed.of(workspaceId, userId, query);
        return calls.post(PeerPaths.FEED, question, FeedMessage.class, feeds::read);
    }

    @Override
    public FeedState feedState(String workspaceId, String userId) {
        Questions.OfState question = new Questions.OfState(workspaceId, userId);
        return calls.post(PeerPaths.STATE, question, FeedState.class, each -> each);
    }

    @Override
    public Walks walks() {
        return calls.get(PeerPaths.WALKS, Walks.class);
    }

    @Override
    public InstanceStatus status() {
        return calls.get(PeerPaths.STATUS, InstanceStatus.class);
    }
}
