package dev.partyline.topology.query;

import java.util.Optional;

/**
 * Which part of a list is asked for.
 *
 * @param limit most items on the page, 1 to {@link FeedQuery#MAX_LIMIT}
 * @param after what the page before gave as {@link Page#next}; empty: from the beginning
 */
public record PageQuery(int limit, Optional<String> after) {
    public PageQuery {
        if (limit < 1 || limit > FeedQuery.MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + FeedQuery.MAX_LIMIT + ", not " + limit);
        }
    }
}
