package dev.partyline.topology.history;

import dev.partyline.model.NaivePolicies;
import dev.partyline.schema.Assigners;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.MixedCallsPolicy;
import dev.partyline.schema.Policy;
import dev.partyline.schema.RingingPolicy;
import dev.partyline.schema.RoutingPolicy;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Invents policies. None has a retention, which goes by the clock; few have limits, which leave little to happen. */
final class RandomPolicies {
    private final Random random;
    private final Flavour flavour;

    RandomPolicies(Random random, Flavour flavour) {
        this.random = random;
        this.flavour = flavour;
    }

    Policy next() {
        return NaivePolicies.but()
                .setDirectory(managed() ? DirectoryMode.MANAGED : DirectoryMode.OPEN)
                .setAssigners(oneIn(3) ? Assigners.MEMBERS : Assigners.ADMINS)
                .setMaxUsersPerNumber(limit())
                .setMaxNumbersPerUser(limit())
                .setGrantCalling(!oneIn(3))
                .setGrantTexting(!oneIn(3))
                .setHistory(oneIn(2) ? HistoryPolicy.FROM_ASSIGNMENT : HistoryPolicy.ALL)
                .setMixedCalls(oneIn(2) ? MixedCallsPolicy.SHOW : MixedCallsPolicy.HIDE)
                .setRouting(oneIn(3) ? RoutingPolicy.ASSIGNEES : RoutingPolicy.ANYONE)
                .setRinging(oneIn(3) ? RingingPolicy.ASSIGNED_FIRST : RingingPolicy.ROUTED)
                .build();
    }

    private boolean managed() {
        return flavour == Flavour.MANAGED ? !oneIn(5) : oneIn(5);
    }

    /** 0 is none that can be. */
    private @Nullable Integer limit() {
        return oneIn(5) ? (Integer) random.nextInt(4) : null;
    }

    private boolean oneIn(int odds) {
        return random.nextInt(odds) == 0;
    }
}
