package dev.partyline.topology.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Reason;
import dev.partyline.topology.query.check.RandomViewings;
import dev.partyline.topology.query.check.Viewing;
import dev.partyline.topology.query.explain.Deciders;
import dev.partyline.topology.query.explain.ExplainRules;
import dev.partyline.topology.query.explain.Explanation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What readers are told of a record is what the engine's rules say of it. */
class SightTest {
    private static final int CASES = 5_000;

    @Test
    void explanationsSayWhatTheEngineSays() {
        RandomViewings random = RandomViewings.seeded();
        int seen = 0;
        for (int i = 0; i < CASES; i++) {
            Viewing viewing = random.next();
            Explanation explanation = ExplainRules.explain(viewing, new Deciders(List.of(), List.of(), List.of()));
            assertThat(explanation.reasons()).as("%s", viewing).isEqualTo(byTheEngine(viewing));
            seen += explanation.visible() ? 1 : 0;
        }
        assertThat(seen).isBetween(CASES / 10, CASES - CASES / 10);
    }

    private static List<Reason> byTheEngine(Viewing viewing) {
        Map<String, Reasons> visible =
                VisibilityRules.visible(viewing.record(), Access.of(1, viewing.access()), viewing.owner());
        Reasons reasons = visible.get(viewing.userId());
        return reasons == null || !viewing.standing().active() ? List.of() : reasons.list();
    }
}
