package dev.partyline.model;

import dev.partyline.schema.Policy;
import dev.partyline.schema.RoutingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number in use, apart from its lines.
 *
 * @param policy its own; null: the workspace's holds
 */
public record NaiveNumber(
        @Nullable String label,
        List<String> routed,
        RoutingMode mode,
        @Nullable Policy policy) {
    public static final NaiveNumber NEW = new NaiveNumber(null, List.of(), RoutingMode.RING_ALL, null);

    public NaiveNumber called(@Nullable String newLabel) {
        return new NaiveNumber(newLabel, routed, mode, policy);
    }

    public NaiveNumber under(@Nullable Policy newPolicy) {
        return new NaiveNumber(label, routed, mode, newPolicy);
    }

    public NaiveNumber routedTo(List<String> userIds, RoutingMode newMode) {
        return new NaiveNumber(label, List.copyOf(userIds), newMode, policy);
    }

    public NaiveNumber without(String userId) {
        return routedTo(routed.stream().filter(user -> !user.equals(userId)).toList(), mode);
    }
}
