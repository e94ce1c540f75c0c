package dev.partyline.api.stream;

import dev.partyline.schema.LineState;
import dev.partyline.topology.query.FeedPage;
import java.util.List;

/**
 * What decides which of a user's record rows show (DESIGN 6).
 *
 * @param active whether anything does
 * @param lines the line rows, those being revoked included
 */
public record FeedHead(boolean active, List<LineState> lines) {
    public FeedHead {
        lines = List.copyOf(lines);
    }

    /** What a page says of it. */
    public static FeedHead of(FeedPage page) {
        return new FeedHead(page.position() >= 0, page.lines());
    }
}
