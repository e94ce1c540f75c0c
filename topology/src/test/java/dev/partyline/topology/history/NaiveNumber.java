package dev.partyline.topology.history;

import dev.partyline.schema.Policy;
import dev.partyline.schema.RoutingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number in use, apart from its lines.
 *
 * @param policy its own; null: the workspace's holds
 */
record NaiveNumber(
        @Nullable String label,
        List<String> routed,
        RoutingMode mode,
        @Nullable Policy policy) {
    static final NaiveNumber NEW = new NaiveNumber(null, List.of(), RoutingMode.RING_ALL, null);

    NaiveNumber called(@Nullable String newLabel) {
        return new NaiveNumber(newLabel, routed, mode, policy);
    }

    NaiveNumber under(@Nullable Policy newPolicy) {
        return new NaiveNumber(label, routed, mode, newPolicy);
    }

    NaiveNumber routedTo(List<String> userIds, RoutingMode newMode) {
        return new NaiveNumber(label, List.copyOf(userIds), newMode, policy);
    }

    NaiveNumber without(String userId) {
        return routedTo(routed.stream().filter(user -> !user.equals(userId)).toList(), mode);
    }
}
