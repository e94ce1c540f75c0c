package dev.partyline.api.http.json;

import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.Policy;
import dev.partyline.schema.RingingPolicy;
import dev.partyline.schema.RoutingPolicy;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Policies by name, each the behaviour of one real product (DESIGN 4). */
public enum Preset {
    /** The default. */
    SHARED_LINE(policy -> policy),
    /** The default, too: only owners and admins assign; users and numbers many to many; effective at once. */
    TEXT_EM_ALL(policy -> policy),
    /** A member first, then assigned, then routed. */
    ALLO(policy -> policy.setDirectory(DirectoryMode.MANAGED).setRouting(RoutingPolicy.ASSIGNEES)),
    /** One number, one user, who alone rings. */
    GOHIGHLEVEL(policy -> oneToOne(policy).setRinging(RingingPolicy.ASSIGNED_FIRST)),
    /** One number, one user; both permissions are off until they are set. */
    AMAZON_CHIME(policy ->
            oneToOne(policy).setGrantCalling(false).setGrantTexting(false).setDirectory(DirectoryMode.MANAGED));

    private final UnaryOperator<Policy.Builder> differences;

    Preset(UnaryOperator<Policy.Builder> differences) {
        this.differences = differences;
    }

    /** The preset that callers call so; empty: there is none. */
    public static Optional<Preset> named(String label) {
        return Arrays.stream(values())
                .filter(preset -> preset.label().equals(label))
                .findFirst();
    }

    /** What callers call it, such as {@code text-em-all}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The whole policy. */
    public Policy policy() {
        return differences.apply(Policy.newBuilder()).build();
    }

    private static Policy.Builder oneToOne(Policy.Builder policy) {
        return policy.setMaxUsersPerNumber(1).setMaxNumbersPerUser(1);
    }
}
