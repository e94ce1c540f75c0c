package dev.partyline.topology.query.explain;

import java.util.List;

/**
 * What one rule said.
 *
 * @param holds whether it speaks for the user seeing the record; of a rule that does not apply false
 * @param applies whether the record is of the kind that the rule is about
 * @param because the same in words, for people
 */
public record RuleTried(Rule rule, boolean holds, boolean applies, List<Fact> facts, String because) {
    public RuleTried {
        facts = List.copyOf(facts);
    }

    static RuleTried notAbout(Rule rule, String because) {
        return new RuleTried(rule, false, false, List.of(), because);
    }
}
