package dev.partyline.topology.query;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineState;
import java.util.List;
import java.util.Optional;

/**
 * A page of a user's feed.
 *
 * @param records entries of kind RECORD, newest first
 * @param next where the next page begins; empty: this was the last
 * @param lines the user's line rows, by number, those being revoked included
 * @param place the answer holds all of the user's rows that lie before it in the topic {@code feed}, and none from there
 *     on: who goes on reading there misses nothing and sees nothing twice
 */
public record FeedPage(List<FeedEntry> records, Optional<FeedCursor> next, List<LineState> lines, FeedPlace place) {
    public FeedPage {
        records = List.copyOf(records);
        lines = List.copyOf(lines);
    }

    /** Partition of the topic {@code feed} in which the user's rows lie. */
    public int partition() {
        return place.partition();
    }

    /** Offset there from which to go on. */
    public long position() {
        return place.position();
    }
}
