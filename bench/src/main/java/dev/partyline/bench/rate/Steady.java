package dev.partyline.bench.rate;

import dev.partyline.bench.report.Progress;

/** What counts: not the first rounds, while Java compiles, nor start and end of a run; for all contenders alike. */
final class Steady {
    /** Rounds that do not count: a Kafka Streams application is compiled for a minute under load before it is as fast as it gets. */
    static final int WARM_UPS = 3;

    /** Of every rate. */
    static final String UNIT = "rows/s";

    private static final double FROM = 0.15;
    private static final double TO = 0.9;

    private Steady() {}

    static double rate(Progress progress, long rows) {
        return progress.rate(rows, FROM, TO);
    }
}
