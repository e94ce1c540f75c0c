package dev.partyline.topology.query.check;

/**
 * Whether a user may do something.
 *
 * @param rule the rule that decided it
 * @param because the same in words, for people
 */
public record CheckAnswer(CheckRule rule, String because) {
    public boolean allowed() {
        return rule.allows();
    }
}
