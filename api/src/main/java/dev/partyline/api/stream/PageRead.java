package dev.partyline.api.stream;

import dev.partyline.schema.LineState;
import java.util.List;

/**
 * A page of a feed, as far as a stream that follows it must know.
 *
 * @param user whose feed
 * @param partition where it was read
 * @param position the offset of the first row there that the page does not reflect; -1: there is no going on from it
 * @param lines by which it was read
 */
public record PageRead(StreamUser user, int partition, long position, List<LineState> lines) {
    public PageRead {
        lines = List.copyOf(lines);
    }
}
