package dev.partyline.api.stream;

import dev.partyline.topology.query.FeedQuery;
import dev.partyline.topology.query.Queries;
import java.util.Optional;

/** Where a user's lines are read when a stream opens: at the committed end of the feed, or later. */
@FunctionalInterface
public interface Heads {
    /** Blocks. */
    FeedHead of(StreamUser user);

    /** Heads as pages have them. */
    static Heads of(Queries queries) {
        FeedQuery least = new FeedQuery(1, Optional.empty(), Optional.empty(), Optional.empty());
        return user -> FeedHead.of(queries.feed(user.workspaceId(), user.userId(), least));
    }
}
