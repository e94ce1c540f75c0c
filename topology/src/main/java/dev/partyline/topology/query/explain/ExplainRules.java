package dev.partyline.topology.query.explain;

import dev.partyline.topology.query.check.Viewing;
import java.util.stream.Stream;

/** Why a user sees a record or not. */
public final class ExplainRules {
    private ExplainRules() {}

    /** Every rule tried; for a "no" also what would have to change, and who of {@code deciders} may ask for it. */
    public static Explanation explain(Viewing viewing, Deciders deciders) {
        return new Explanation(
                viewing.userId(),
                viewing.record(),
                viewing.reasons(),
                Stream.concat(SharingRules.tried(viewing).stream(), ReasonRules.tried(viewing).stream())
                        .toList(),
                RemedyRules.remedies(viewing, deciders));
    }
}
