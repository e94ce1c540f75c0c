package dev.partyline.api.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** In which order a replay publishes. The feeds come out the same in each. */
public enum Order {
    /** All assignments, then the calls as they stand in the files. */
    ASSIGNMENTS_FIRST,
    /** The calls as they stand in the files, then all assignments. */
    ASSIGNMENTS_LAST,
    /** All assignments, then the calls in a random order, which the seed decides. */
    SHUFFLED,
    /** All assignments, then the calls from the newest to the oldest. */
    NEWEST_FIRST;

    List<CallLine> arrange(List<CallLine> calls, long seed) {
        List<CallLine> arranged = new ArrayList<>(calls);
        if (this == SHUFFLED) {
            Collections.shuffle(arranged, new Random(seed));
        } else if (this == NEWEST_FIRST) {
            arranged.sort(Comparator.comparing(CallLine::startedAt).reversed());
        }
        return arranged;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
