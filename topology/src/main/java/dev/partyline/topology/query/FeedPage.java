package dev.partyline.topology.query;

import dev.partyline.schema.FeedEntry;
import java.util.List;
import java.util.Optional;

/**
 * A page of a user's feed.
 *
 * @param records entries of kind RECORD, newest first
 * @param next where the next page begins; empty: this was the last
 */
public record FeedPage(List<FeedEntry> records, Optional<FeedCursor> next) {
    public FeedPage {
        records = List.copyOf(records);
    }
}
