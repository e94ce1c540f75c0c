package dev.partyline.topology.history;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong in the run of one history, and what was done until then. */
final class Findings {
    private static final int SHOWN = 10;

    private final History history;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();

    Findings(History history) {
        this.history = history;
    }

    /** Something was done. */
    void step(String what) {
        if (wrong.isEmpty()) {
            steps.add(what);
        }
    }

    void add(String complaint) {
        wrong.add(complaint);
    }

    /** Complains if the two differ. */
    void compare(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(what + "\n    must be " + expected + "\n    but is  " + found);
        }
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** The complaints, the history, and the steps up to the first complaint: all that is needed to understand it. */
    @Override
    public String toString() {
        return "\n" + wrong.size() + " findings; replay with -Dseed=" + history.seed() + "\n  "
                + String.join("\n  ", wrong.subList(0, Math.min(SHOWN, wrong.size()))) + "\n" + history
                + "steps until the first finding\n  " + String.join("\n  ", steps);
    }
}
