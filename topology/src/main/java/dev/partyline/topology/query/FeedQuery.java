package dev.partyline.topology.query;

import dev.partyline.schema.RecordKind;
import java.util.Optional;

/**
 * Which part of a feed is asked for.
 *
 * @param limit most records on the page, 1 to {@link #MAX_LIMIT}
 * @param after where the page before ended; empty: from the newest record
 * @param number only records on this number
 * @param kind only records of this kind
 */
public record FeedQuery(int limit, Optional<FeedCursor> after, Optional<String> number, Optional<RecordKind> kind) {
    public static final int MAX_LIMIT = 1000;

    public FeedQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }
}
