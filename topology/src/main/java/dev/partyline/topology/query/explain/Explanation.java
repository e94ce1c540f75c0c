package dev.partyline.topology.query.explain;

import dev.partyline.schema.Reason;
import dev.partyline.schema.TelephonyRecord;
import java.util.List;

/**
 * Why a user sees a record, or not.
 *
 * @param reasons all that apply; empty: they do not see it
 * @param rules every rule, in the order of {@link Rule}
 * @param remedies what would have to change; empty for a yes, and where nothing can
 */
public record Explanation(
        String userId, TelephonyRecord record, List<Reason> reasons, List<RuleTried> rules, List<Remedy> remedies) {
    public Explanation {
        reasons = List.copyOf(reasons);
        rules = List.copyOf(rules);
        remedies = List.copyOf(remedies);
    }

    public boolean visible() {
        return !reasons.isEmpty();
    }
}
