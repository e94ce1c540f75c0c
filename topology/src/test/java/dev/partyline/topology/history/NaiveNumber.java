package dev.partyline.topology.history;

import dev.partyline.schema.RoutingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number in use, apart from its lines. */
record NaiveNumber(@Nullable String label, List<String> routed, RoutingMode mode) {
    static final NaiveNumber NEW = new NaiveNumber(null, List.of(), RoutingMode.RING_ALL);

    NaiveNumber without(String userId) {
        return new NaiveNumber(
                label, routed.stream().filter(user -> !user.equals(userId)).toList(), mode);
    }
}
