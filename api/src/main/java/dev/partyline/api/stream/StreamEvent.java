package dev.partyline.api.stream;

import dev.partyline.schema.Reason;
import java.util.List;
import java.util.Optional;

/**
 * An event on its way to a client.
 *
 * @param name the event's type; empty: a heartbeat
 * @param data JSON on one line
 * @param after how far the client has come when it has taken it
 * @param shown of a record: what decides whether it may still be sent
 */
record StreamEvent(String name, String data, Place after, Optional<Shown> shown) {
    private static final int OVERHEAD_BYTES = 200;

    /**
     * How far a client has come.
     *
     * @param offset of the next row; {@link ResumePoint#OVER}: it must start over
     */
    record Place(long offset, Withholding withheld) {
        static final Place OVER = new Place(ResumePoint.OVER, Withholding.NONE);
    }

    /** A record, and what the reading rule looks at. */
    record Shown(FeedKey key, List<Reason> reasons) {}

    static StreamEvent heartbeat(Place after) {
        return new StreamEvent("", "", after, Optional.empty());
    }

    /** About what it takes in memory. */
    int bytes() {
        return OVERHEAD_BYTES + data.length();
    }
}
