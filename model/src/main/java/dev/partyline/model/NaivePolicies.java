package dev.partyline.model;

import dev.partyline.schema.Assigners;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.MixedCallsPolicy;
import dev.partyline.schema.Policy;
import dev.partyline.schema.RingingPolicy;
import dev.partyline.schema.RoutingPolicy;

/** The policy of a workspace that has set none, field by field as DESIGN 4 has it. */
public final class NaivePolicies {
    public static final Policy DEFAULT = new Policy(
            DirectoryMode.OPEN,
            Assigners.ADMINS,
            null,
            null,
            true,
            true,
            HistoryPolicy.ALL,
            MixedCallsPolicy.HIDE,
            RoutingPolicy.ANYONE,
            RingingPolicy.ROUTED,
            null);

    private NaivePolicies() {}

    /** A copy of the default to be altered. */
    public static Policy.Builder but() {
        return Policy.newBuilder(DEFAULT);
    }
}
