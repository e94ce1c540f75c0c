package dev.partyline.topology.directory;

import dev.partyline.schema.Encounter;
import java.util.List;
import java.util.Set;

/** What the directory makes of what numbers tell it. Records create nobody and nothing, and decide nothing. */
final class EncounterRules {
    private EncounterRules() {}

    /** What is to be put on the directory; a repeated encounter puts nothing. */
    static List<Effect> effects(Encounter encounter, DirectoryView view) {
        Effect effect = switch (encounter.getKind()) {
            case PERSON -> met(encounter.getNumber(), encounter.getId(), view);
            case CONTACT -> new Effect.ContactMet(encounter.getId(), encounter.getNumber());
            case RETURNED -> new Effect.Returned(encounter.getId());
            case UNKNOWN -> throw new IllegalStateException("an encounter of no known kind: " + encounter);
        };
        return effect.changes(view) ? List.of(effect) : List.of();
    }

    private static Effect met(String number, String userId, DirectoryView view) {
        DirectoryNumber state = view.numberOrUnused(number);
        return new Effect.NumberPut(
                number, LimitRules.roomForAcquaintance(state) ? state.knowing(Set.of(userId)) : state);
    }
}
