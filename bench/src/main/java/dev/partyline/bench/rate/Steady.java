package dev.partyline.bench.rate;

import dev.partyline.bench.report.Progress;

/** The stretch of a run that counts: start and end are left out, for all contenders alike. */
final class Steady {
    private static final double FROM = 0.15;
    private static final double TO = 0.9;

    private Steady() {}

    static double rate(Progress progress, long rows) {
        return progress.rate(rows, FROM, TO);
    }
}
