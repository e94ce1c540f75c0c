package dev.partyline.api.peer;

import dev.partyline.topology.query.FeedPlace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A page of a feed as it travels.
 *
 * @param records entries as they lie in the topic
 * @param lines the user's line rows, each in an entry
 */
record FeedMessage(List<byte[]> records, Optional<String> next, List<byte[]> lines, FeedPlace place) {
    FeedMessage {
        records = List.copyOf(records);
        lines = List.copyOf(lines);
        Objects.requireNonNull(place);
    }
}
